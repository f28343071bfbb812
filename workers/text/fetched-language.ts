import { isAbort } from '#core/base/errors.ts';
import {
  assertIntact,
  damaged,
  unreachable,
  type LanguageFile,
} from '#core/model/text/language-files.ts';
import {
  deleteLanguageFile,
  saveLanguageFile,
  loadLanguageFile,
  listLanguageFiles,
} from '#storage/data/language-cache.ts';
import { sha256Of } from '../runtime/sha256.ts';
import type { LanguageSource } from './language-source.ts';

/** Milliseconds without a byte after which a host counts as unreachable. */
const STALL_MS = 30_000;

/** Files of the language model from the app's own host: downloaded once, then read from this device. */
export class FetchedLanguage implements LanguageSource {
  readonly #folder: URL;
  readonly #stallMs: number;

  /** @param folder address of the folder that the build puts them into */
  constructor(folder: URL, { stallMs = STALL_MS }: { stallMs?: number } = {}) {
    this.#folder = folder;
    this.#stallMs = stallMs;
  }

  async missing(files: readonly LanguageFile[]): Promise<readonly LanguageFile[]> {
    const kept = await listLanguageFiles();
    return files.filter(({ name }) => !kept.includes(name));
  }

  async read(
    file: LanguageFile,
    stop: AbortSignal,
    onBytes?: (count: number) => void,
  ): Promise<Uint8Array<ArrayBuffer>> {
    const kept = await this.#readKept(file);
    if (kept) return kept;
    const bytes = await this.#download(file, stop, onBytes);
    await assertIntact(bytes, file, sha256Of);
    await saveLanguageFile(file.name, bytes);
    return bytes;
  }

  /** Returns the file kept on this device, or null. Drops a damaged one, so that it is downloaded again. */
  async #readKept(file: LanguageFile): Promise<Uint8Array<ArrayBuffer> | null> {
    const kept = await loadLanguageFile(file.name);
    if (!kept) return null;
    if (kept.length === file.sizeBytes && (await sha256Of(kept)) === file.sha256) return kept;
    await deleteLanguageFile(file.name);
    return null;
  }

  async #download(
    file: LanguageFile,
    stop: AbortSignal,
    onBytes?: (count: number) => void,
  ): Promise<Uint8Array<ArrayBuffer>> {
    if (!isSecure()) throw unreachable(file.name, 'a page that is not secure');
    const ending = new AbortController();
    const end = () => ending.abort();
    stop.addEventListener('abort', end);
    let timer = setTimeout(end, this.#stallMs);
    try {
      stop.throwIfAborted();
      // We keep the file ourselves, so the browser need not keep it twice, nor keep a damaged one.
      const { signal } = ending;
      const response = await fetch(new URL(file.name, this.#folder), { cache: 'no-store', signal });
      if (!response.ok || !response.body) throw unreachable(file.name, String(response.status));
      return await collect(response.body, file, (count) => {
        clearTimeout(timer);
        timer = setTimeout(end, this.#stallMs);
        onBytes?.(count);
      });
    } catch (error) {
      stop.throwIfAborted();
      // fetch() fails with a TypeError, whatever lies between us and the host.
      if (error instanceof TypeError || isAbort(error)) throw unreachable(file.name, String(error));
      throw error;
    } finally {
      clearTimeout(timer);
      stop.removeEventListener('abort', end);
    }
  }
}

/** Reads no more than the file's size: a wrong file may have no end. */
async function collect(
  body: ReadableStream<Uint8Array>,
  file: LanguageFile,
  onBytes: (count: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(file.sizeBytes);
  let count = 0;
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return bytes.slice(0, count);
    if (count + value.length > bytes.length) {
      await reader.cancel();
      throw damaged(file.name, `${bytes.length} bytes`, 'more');
    }
    bytes.set(value, count);
    count += value.length;
    onBytes(count);
  }
}

/** Without a secure context, digests cannot be checked. */
function isSecure(): boolean {
  return (crypto as Partial<Crypto>).subtle !== undefined;
}

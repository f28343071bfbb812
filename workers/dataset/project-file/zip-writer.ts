import { deflateSync } from 'fflate';
import { AppError } from '#core/base/errors.ts';
import { crc32 } from '#core/base/bytes/crc32.ts';
import { isBelievable } from '#core/files/project/manifest.ts';
import {
  directoryOf,
  localHeader,
  MOST_ENTRIES,
  MOST_FILE_BYTES,
  type ZipEntry,
} from '#core/files/project/zip-layout.ts';
import type { ProjectSink } from './project-sink.ts';

/** Level of deflate: for columns of numbers, more effort saves little (see the bench). */
const LEVEL = 3;

/** Writes entries as they come, with at most one of them in memory. */
export class ZipWriter {
  readonly #sink: ProjectSink;
  readonly #entries: ZipEntry[] = [];
  #bytes = 0;

  constructor(sink: ProjectSink) {
    this.#sink = sink;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** Adds an entry, packed unless that makes it no smaller or makes it look like a zip bomb. */
  async add(path: string, content: Uint8Array<ArrayBuffer>): Promise<void> {
    const packed = deflated(content);
    await this.#add(path, content, packed);
  }

  /** Adds an entry as it is: encrypted content cannot be packed. */
  async addAsIs(path: string, content: Uint8Array<ArrayBuffer>): Promise<void> {
    await this.#add(path, content, null);
  }

  async finish(): Promise<void> {
    await this.#write(directoryOf(this.#entries));
  }

  async #add(
    path: string,
    content: Uint8Array<ArrayBuffer>,
    packed: Uint8Array<ArrayBuffer> | null,
  ): Promise<void> {
    const entry: ZipEntry = {
      path,
      packedBytes: (packed ?? content).length,
      bytes: content.length,
      crc32: crc32(content),
      isDeflated: packed !== null,
      start: this.#bytes,
    };
    this.#entries.push(entry);
    if (this.#entries.length > MOST_ENTRIES) throw tooMuch(`${MOST_ENTRIES} parts`);
    await this.#write(localHeader(entry));
    await this.#write(packed ?? content);
  }

  async #write(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    this.#bytes += bytes.length;
    if (this.#bytes > MOST_FILE_BYTES) throw tooMuch(`${MOST_FILE_BYTES} bytes`);
    await this.#sink.write(bytes);
  }
}

/** Returns the packed content, or null where it is better stored as it is. */
function deflated(content: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> | null {
  const packed = deflateSync(content, { level: LEVEL });
  const isWorthIt = packed.length < content.length && isBelievable(content.length, packed.length);
  return isWorthIt ? packed : null;
}

/**
 * Packs content that is encrypted afterwards. The result is always deflate, at level 0 where packing does not help, so
 * that nothing outside the content shows how it was packed.
 */
export function packed(content: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  return deflated(content) ?? deflateSync(content, { level: 0 });
}

function tooMuch(most: string): AppError {
  return new AppError('project-file-too-large', `expected ${most} at most, got more`);
}

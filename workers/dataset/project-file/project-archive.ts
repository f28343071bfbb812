// Opens a project file part by part; anybody may have written it.

import { AppError } from '#core/base/errors.ts';
import {
  asProjectFile,
  HEADER_PATH,
  isBelievable,
  MANIFEST_PATH,
  MOST_HEADER_BYTES,
  MOST_MANIFEST_BYTES,
  readHeader,
  readManifest,
  tooLarge,
  type ProjectHeader,
  type ProjectManifest,
  type ProjectPart,
} from '#core/files/project/manifest.ts';
import type { PartContent } from '#core/files/project/part-content.ts';
import type { ZipEntry } from '#core/files/project/zip-layout.ts';
import { sha256Of } from '#workers/runtime/sha256.ts';
import { cipherOf, type PartCipher } from './part-cipher.ts';
import { isText, manifestBound, sealedPath } from './part-names.ts';
import { inflated, inflatedWithin, readZipDirectory, readZipEntry } from './zip-reader.ts';

export interface OpenedFile {
  readonly file: File;
  readonly header: ProjectHeader;
  /** Text of the header as it stands in the file. */
  readonly headerText: string;
  readonly entries: readonly ZipEntry[];
}

/**
 * Opens a project file and reads its header. Throws AppError project-file-unreadable, -cut, -extended, -version,
 * -changed or -too-large.
 */
export async function openProjectFile(file: File): Promise<OpenedFile> {
  const entries = await readZipDirectory(file);
  const [first] = entries;
  if (first?.path !== HEADER_PATH || first.bytes > MOST_HEADER_BYTES) throw noProject();
  const headerText = textOf(await readZipEntry(file, first), HEADER_PATH);
  return { file, entries, headerText, header: readHeader(headerText) };
}

/** A project file whose manifest has been read. */
export class ProjectArchive {
  readonly #file: File;
  readonly #cipher: PartCipher | null;
  readonly #entries: ReadonlyMap<string, ZipEntry>;
  readonly manifest: ProjectManifest;

  private constructor({ file, entries }: OpenedFile, read: Unlocked) {
    this.#file = file;
    this.#cipher = read.cipher;
    this.manifest = read.manifest;
    this.#entries = new Map(entries.map((entry) => [entry.path, entry]));
  }

  /**
   * Reads the manifest of an opened file. Throws AppError project-file-passphrase, in addition to those of
   * openProjectFile.
   * @param passphrase null where the file is not encrypted
   */
  static async unlock(
    opened: OpenedFile,
    passphrase: string | null,
    schemaVersion: number,
  ): Promise<ProjectArchive> {
    const { encryption } = opened.header;
    const cipher = encryption && (await cipherOf(encryption, passphrase ?? ''));
    const text = await readManifestText(opened, cipher);
    const manifest = readManifest(text, schemaVersion);
    assertListed(opened.entries, manifest.parts);
    return new ProjectArchive(opened, { cipher, manifest });
  }

  /** Returns a part as it was written. Throws AppError project-file-changed, -swapped or -too-large where it is not. */
  async read(part: ProjectPart): Promise<PartContent> {
    const entry = this.#entries.get(part.path)!;
    const isOfSize = this.#cipher !== null || entry.bytes === part.bytes;
    if (!isOfSize) throw changed(part.path);
    const stored = await readZipEntry(this.#file, entry);
    await this.#assertChecksum(part, stored);
    const content = await opened(this.#cipher, { part, stored });
    return isText(part.path) ? textOf(content, part.path) : content;
  }

  async #assertChecksum(part: ProjectPart, stored: Uint8Array<ArrayBuffer>): Promise<void> {
    const sha256 = await sha256Of(stored);
    if (sha256 === part.sha256) return;
    const other = this.manifest.parts.find((each) => each.sha256 === sha256);
    if (!other) throw changed(part.path);
    const message = `expected ${part.path}, got ${other.path}`;
    throw new AppError('project-file-swapped', message);
  }
}

interface Unlocked {
  readonly cipher: PartCipher | null;
  readonly manifest: ProjectManifest;
}

interface StoredPart {
  readonly part: ProjectPart;
  readonly stored: Uint8Array<ArrayBuffer>;
}

async function opened(
  cipher: PartCipher | null,
  { part, stored }: StoredPart,
): Promise<Uint8Array<ArrayBuffer>> {
  if (!cipher) return stored;
  const packed = await cipher.open(part.path, stored);
  if (!packed) throw changed(part.path);
  if (!isBelievable(part.bytes, packed.length)) throw tooLarge(part.bytes);
  return inflated(packed, part);
}

/** Reads the manifest. It states the size of all other parts, but nothing states its own. */
async function readManifestText(
  { file, entries, headerText }: OpenedFile,
  cipher: PartCipher | null,
): Promise<string> {
  const entry = entries.at(-1)!;
  const path = cipher ? sealedPath(MANIFEST_PATH) : MANIFEST_PATH;
  if (entry.path !== path) throw noProject();
  if (entry.bytes > MOST_MANIFEST_BYTES) throw tooLarge(entry.bytes);
  const stored = await readZipEntry(file, entry);
  if (!cipher) return textOf(stored, path);
  const packed = await cipher.open(manifestBound(headerText), stored);
  if (!packed) throw changed(path);
  return textOf(inflatedWithin(packed, { path, most: MOST_MANIFEST_BYTES }), path);
}

/** Requires that the file holds what the manifest lists, in its order, and nothing else. */
function assertListed(entries: readonly ZipEntry[], parts: readonly ProjectPart[]): void {
  const isSame =
    entries.length === parts.length + 2 &&
    parts.every(({ path }, i) => entries[i + 1]!.path === path);
  if (!isSame) throw changed('the list of parts');
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function textOf(bytes: Uint8Array, path: string): string {
  return asProjectFile(path, () => decoder.decode(bytes));
}

function changed(path: string): AppError {
  return new AppError('project-file-changed', `expected ${path} as written, got another`);
}

function noProject(): AppError {
  const message = `expected a ZIP with ${HEADER_PATH} and a manifest, got another`;
  return new AppError('project-file-unreadable', message);
}

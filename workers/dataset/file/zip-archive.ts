// Reads a zip as shops and sellers make them, by its directory. Entries are unpacked part by part on this thread,
// because the page's policy refuses packages that start a worker. Size and checksum of each entry are checked against
// the directory.

import { Reader, ZipReader, type FileEntry } from '@zip.js/zip.js/lib/zip-core-custom.js';
import { AppError } from '#core/base/errors.ts';
import { damaged, mostUnpackedBytes, tooLarge, type ContentPart } from './content-part.ts';
import { readSlice } from './read-slice.ts';

export type ZipEntry = FileEntry;
type Part = Uint8Array<ArrayBuffer>;

const MOST_LIST_BYTES = 32 * 1024 ** 2;
const HERE = { useWebWorkers: false, checkCrc32: true } as const;

/** Lists the files of a zip. Throws AppError file-damaged or file-unreadable. */
export async function readZipEntries(file: File): Promise<ZipEntry[]> {
  const entries: ZipEntry[] = [];
  try {
    for await (const entry of new ZipReader(new FileReader(file), HERE).getEntriesGenerator())
      if (!entry.directory) entries.push(entry);
  } catch (cause) {
    throw damaged(file, cause);
  }
  return entries;
}

/** Unpacks an entry part by part. Throws AppError file-damaged, file-locked, file-too-large or file-unreadable. */
export async function* unpackedParts(
  file: File,
  entry: ZipEntry,
): AsyncGenerator<ContentPart, void> {
  const { filename, encrypted, uncompressedSize } = entry;
  if (encrypted) {
    const message = `expected ${filename} in ${file.name} without a password, got it locked`;
    throw new AppError('file-locked', message, { fileName: file.name });
  }
  const most = mostUnpackedBytes(file.size);
  if (uncompressedSize > most) throw tooLarge(file, uncompressedSize, most);
  const stop = new AbortController();
  let controller!: TransformStreamDefaultController<Part>;
  const { readable, writable } = new TransformStream<Part, Part>({
    start: (given) => void (controller = given),
  });
  const written = entry.getData(writable, { ...HERE, signal: stop.signal });
  // A failure before anything is unpacked would leave the reader waiting.
  written.catch((cause: unknown) => controller.error(cause));
  const reader = readable.getReader();
  let unpacked = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      unpacked += value.length;
      if (unpacked > uncompressedSize) throw otherSize(entry, unpacked);
      yield { bytes: value, doneBytes: Math.floor(file.size * (unpacked / uncompressedSize)) };
    }
    await written;
    if (unpacked < uncompressedSize) throw otherSize(entry, unpacked);
  } catch (cause) {
    throw damaged(file, cause);
  } finally {
    stop.abort();
  }
}

/** Unpacks a whole entry that is a list: of sheets, of styles. Throws what unpackedParts() throws. */
export async function unpack(file: File, entry: ZipEntry): Promise<Uint8Array<ArrayBuffer>> {
  if (entry.uncompressedSize > MOST_LIST_BYTES)
    throw tooLarge(file, entry.uncompressedSize, MOST_LIST_BYTES);
  const bytes = new Uint8Array(entry.uncompressedSize);
  let at = 0;
  for await (const part of unpackedParts(file, entry)) {
    bytes.set(part.bytes, at);
    at += part.bytes.length;
  }
  return bytes;
}

function otherSize({ filename, uncompressedSize }: ZipEntry, found: number): Error {
  return new Error(`expected ${uncompressedSize} bytes in ${filename}, got ${found}`);
}

class FileReader extends Reader<File> {
  readonly #file: File;

  constructor(file: File) {
    super(file);
    this.#file = file;
    this.size = file.size;
  }

  override readUint8Array(start: number, length: number): Promise<Uint8Array> {
    return readSlice(this.#file, start, start + length);
  }
}

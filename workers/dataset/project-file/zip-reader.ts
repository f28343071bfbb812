import { Inflate } from 'fflate';
import { AppError } from '#core/base/errors.ts';
import { crc32 } from '#core/base/bytes/crc32.ts';
import { explainLostEnd } from '#core/files/project/lost-end.ts';
import { isBelievable, MOST_PART_BYTES, tooLarge } from '#core/files/project/manifest.ts';
import {
  END_BYTES,
  localHeader,
  MOST_FILE_BYTES,
  placeOf,
  readDirectory,
  readEnd,
  type ZipEntry,
} from '#core/files/project/zip-layout.ts';
import { readSlice } from '../file/read-slice.ts';

/** Bytes unpacked at once: at most a thousand times as many come out before they are checked. */
const STEP_BYTES = 16_384;

/** Reads the directory of a ZIP. Throws AppError project-file-unreadable, -cut, -extended or -too-large. */
export async function readZipDirectory(file: File): Promise<readonly ZipEntry[]> {
  if (file.size > MOST_FILE_BYTES) throw tooLarge(file.size);
  const endAt = Math.max(0, file.size - END_BYTES);
  const place = readEnd(await readSlice(file, endAt, file.size), file.size);
  if (!place) throw await explainLostEnd((from, to) => readSlice(file, from, to), file.size);
  return readDirectory(await readSlice(file, place.start, endAt), place);
}

/**
 * Unpacks one entry and checks it against its headers. A file may state any size, so memory is allocated only for
 * believable ones. Throws AppError project-file-changed or -too-large.
 */
export async function readZipEntry(file: File, entry: ZipEntry): Promise<Uint8Array<ArrayBuffer>> {
  if (entry.bytes > MOST_PART_BYTES || !isBelievable(entry.bytes, entry.packedBytes)) {
    throw tooLarge(entry.bytes);
  }
  const { from, to } = placeOf(entry);
  const header = await readSlice(file, entry.start, from);
  const isSame = localHeader(entry).every((byte, i) => byte === header[i]);
  if (!isSame) throw unlike(entry.path, 'the header that its directory names');
  const stored = await readSlice(file, from, to);
  const content = entry.isDeflated ? inflated(stored, entry) : stored;
  if (crc32(content) === entry.crc32) return content;
  throw new AppError('project-file-changed', `expected ${entry.path} as written, got another`);
}

/** Unpacks content of a known size. Throws AppError project-file-changed where another number of bytes comes out. */
export function inflated(
  stored: Uint8Array<ArrayBuffer>,
  { path, bytes }: Pick<ZipEntry, 'path' | 'bytes'>,
): Uint8Array<ArrayBuffer> {
  const content = inflatedWithin(stored, { path, most: bytes });
  if (content.length !== bytes) throw unlike(path, `${bytes} bytes`);
  return content;
}

/** Unpacks content of an unknown size, up to `most` bytes. Throws AppError project-file-changed. */
export function inflatedWithin(
  stored: Uint8Array<ArrayBuffer>,
  { path, most }: { readonly path: string; readonly most: number },
): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  let count = 0;
  const inflate = new Inflate((part) => {
    count += part.length;
    if (count > most) throw unlike(path, `at most ${most} bytes`);
    parts.push(part);
  });
  try {
    for (let at = 0; at < stored.length; at += STEP_BYTES) {
      inflate.push(stored.subarray(at, at + STEP_BYTES), at + STEP_BYTES >= stored.length);
    }
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    const message = `expected ${path} packed by deflate, got ${String(cause)}`;
    throw new AppError('project-file-changed', message, {}, { cause });
  }
  return joined(parts, count);
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

function unlike(path: string, expected: string): AppError {
  return new AppError('project-file-changed', `expected ${path} to be ${expected}, got another`);
}

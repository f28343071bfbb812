// The one ZIP layout (PKWARE APPNOTE 6.3.10) of project files: entries in sequence from the first byte, then the
// directory. There are no extra fields, comments or data descriptors. Every ZIP program reads it. No other layout is
// accepted, so entries cannot overlap, hide or contradict themselves.

import { AppError } from '#core/base/errors.ts';
import { textOfUtf8, utf8Of } from '#core/base/bytes/utf8.ts';
import { isPartPath } from './part-path.ts';

export interface ZipEntry {
  readonly path: string;
  /** Size in the file. */
  readonly packedBytes: number;
  /** Size when unpacked. */
  readonly bytes: number;
  readonly crc32: number;
  readonly isDeflated: boolean;
  /** Offset of its local header. */
  readonly start: number;
}

/** ZIP counts entries in two bytes and offsets in four. */
export const MOST_ENTRIES = 65_534;
export const MOST_FILE_BYTES = 0xffff_fff0;
export const END_BYTES = 22;

export const LOCAL = 0x0403_4b50;
export const CENTRAL = 0x0201_4b50;
export const END = 0x0605_4b50;
export const LOCAL_BYTES = 30;
export const CENTRAL_BYTES = 46;
const VERSION = 20;
const DEFLATED = 8;
/** 1 January 1980, constant: the manifest states when parts were written. */
const NO_DATE = 0x0021;

/** Returns the header before an entry's bytes. */
export function localHeader(entry: ZipEntry): Uint8Array<ArrayBuffer> {
  const name = utf8Of(entry.path);
  const header = new Uint8Array(LOCAL_BYTES + name.length);
  const view = new DataView(header.buffer);
  view.setUint32(0, LOCAL, true);
  writeFacts(view, 4, { entry, nameBytes: name.length });
  header.set(name, LOCAL_BYTES);
  return header;
}

/** Returns the central directory and the end record, which follow the last entry. */
export function directoryOf(entries: readonly ZipEntry[]): Uint8Array<ArrayBuffer> {
  const names = entries.map(({ path }) => utf8Of(path));
  const size = names.reduce((sum, name) => sum + CENTRAL_BYTES + name.length, 0);
  const directory = new Uint8Array(size + END_BYTES);
  const view = new DataView(directory.buffer);
  let at = 0;
  entries.forEach((entry, i) => {
    const name = names[i]!;
    view.setUint32(at, CENTRAL, true);
    view.setUint16(at + 4, VERSION, true);
    writeFacts(view, at + 6, { entry, nameBytes: name.length });
    view.setUint32(at + 42, entry.start, true);
    directory.set(name, at + CENTRAL_BYTES);
    at += CENTRAL_BYTES + name.length;
  });
  view.setUint32(at, END, true);
  view.setUint16(at + 8, entries.length, true);
  view.setUint16(at + 10, entries.length, true);
  view.setUint32(at + 12, size, true);
  view.setUint32(at + 16, endOf(entries.at(-1)), true);
  return directory;
}

/** Returns the offsets in the file at which an entry's packed bytes begin (`from`) and end (`to`, exclusive). */
export function placeOf({ path, start, packedBytes }: ZipEntry): {
  readonly from: number;
  readonly to: number;
} {
  const from = start + LOCAL_BYTES + utf8Of(path).length;
  return { from, to: from + packedBytes };
}

/**
 * Reads the offset and the entry count of the directory from the last END_BYTES of a file. Null where they are not such
 * an end; see `explainLostEnd`.
 */
export function readEnd(
  end: Uint8Array,
  fileBytes: number,
): { readonly start: number; readonly count: number } | null {
  const view = viewOf(end);
  if (end.length < END_BYTES || view.getUint32(0, true) !== END) return null;
  const [start, size] = [view.getUint32(16, true), view.getUint32(12, true)];
  const count = view.getUint16(8, true);
  const isOne =
    view.getUint32(4, true) === 0 &&
    view.getUint16(10, true) === count &&
    view.getUint16(20, true) === 0 &&
    start + size + END_BYTES === fileBytes;
  return isOne ? { start, count } : null;
}

/**
 * Reads the central directory. Throws AppError project-file-unreadable where entries are not in sequence, or have a
 * path that no part can have.
 */
export function readDirectory(
  directory: Uint8Array,
  { start, count }: { readonly start: number; readonly count: number },
): readonly ZipEntry[] {
  const view = viewOf(directory);
  const entries: ZipEntry[] = [];
  const paths = new Set<string>();
  let [at, next] = [0, 0];
  for (let i = 0; i < count; i++) {
    if (at + CENTRAL_BYTES > directory.length) throw unreadable(`${count} entries`, `${i}`);
    const entry = readEntry(directory, view, at);
    const isNext = entry.start === next && !paths.has(entry.path);
    if (!isNext) throw unreadable(`a new entry at ${next}`, `${entry.path} at ${entry.start}`);
    entries.push(entry);
    paths.add(entry.path);
    at += CENTRAL_BYTES + entry.path.length;
    next = endOf(entry);
  }
  if (next !== start || at !== directory.length)
    throw unreadable(`entries that end at ${start}`, String(next));
  return entries;
}

function readEntry(directory: Uint8Array, view: DataView, at: number): ZipEntry {
  const nameBytes = view.getUint16(at + 28, true);
  const nameAt = at + CENTRAL_BYTES;
  const path = pathIn(directory.subarray(nameAt, nameAt + nameBytes));
  const entry: ZipEntry = {
    path,
    packedBytes: view.getUint32(at + 20, true),
    bytes: view.getUint32(at + 24, true),
    crc32: view.getUint32(at + 16, true),
    isDeflated: view.getUint16(at + 10, true) === DEFLATED,
    start: view.getUint32(at + 42, true),
  };
  const own = directoryOf([entry]).subarray(0, CENTRAL_BYTES + nameBytes);
  const isSame = own.every((byte, i) => byte === directory[at + i]);
  const isWhole = entry.isDeflated || entry.bytes === entry.packedBytes;
  if (!isSame || !isWhole) throw unreadable(`a plain entry ${path}`, 'another');
  return entry;
}

function pathIn(name: Uint8Array): string {
  const path = name.every((byte) => byte < 0x80) ? textOfUtf8(name) : '';
  if (!isPartPath(path)) throw unreadable('the path of a part', JSON.stringify(path).slice(0, 80));
  return path;
}

/** Writes the fields that both headers share. */
function writeFacts(
  view: DataView,
  at: number,
  { entry, nameBytes }: { readonly entry: ZipEntry; readonly nameBytes: number },
): void {
  view.setUint16(at, VERSION, true);
  view.setUint16(at + 4, entry.isDeflated ? DEFLATED : 0, true);
  view.setUint16(at + 8, NO_DATE, true);
  view.setUint32(at + 10, entry.crc32, true);
  view.setUint32(at + 14, entry.packedBytes, true);
  view.setUint32(at + 18, entry.bytes, true);
  view.setUint16(at + 22, nameBytes, true);
}

function endOf(entry: ZipEntry | undefined): number {
  return entry ? placeOf(entry).to : 0;
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}

function unreadable(expected: string, came: string): AppError {
  return new AppError('project-file-unreadable', `expected ${expected}, got ${came}`);
}

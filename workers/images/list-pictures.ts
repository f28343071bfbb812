// Lists what may be a picture among files, in zips and in workbooks, without reading any.

import { AppError } from '#core/base/errors.ts';
import { startsWith, ZIP } from '#core/app/file-kind.ts';
import { MOST_PIXELS } from '#core/import/pictures/picture-header.ts';
import { damaged as damagedFile } from '../dataset/file/content-part.ts';
import { readSlice } from '../dataset/file/read-slice.ts';
import { readZipEntries, unpackedParts, type ZipEntry } from '../dataset/file/zip-archive.ts';

export interface ListedPicture {
  /** Name with its folders. */
  readonly path: string;
  /** Cells of its row in a workbook; absent for any other file. */
  readonly cells?: readonly string[];
  /** Reads it. Throws AppError file-damaged or file-unreadable. */
  readonly read: () => Promise<ReadPicture>;
}

export interface ReadPicture {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** False where it is larger than any picture that is taken; then only its beginning was read. */
  readonly isWhole: boolean;
}

export interface PictureList {
  readonly pictures: readonly ListedPicture[];
  /** Archives that cannot be opened. */
  readonly damaged: readonly string[];
}

/** What Macs and Windows leave in folders, and hidden files. */
const NOT_MEANT = /(?:^|[/\\])(?:__MACOSX[/\\]|\.|Thumbs\.db$|desktop\.ini$|ehthumbs\.db$)/i;
const WORKBOOK_NAME = /\.xls[xm]$/i;
const WORKBOOK = 'xl/workbook.xml';
/** The largest pictures that are taken, uncompressed. */
const MOST_BYTES = 4 * MOST_PIXELS;
const BEGINNING_BYTES = 64 * 1024;

/**
 * Lists the files, those inside zips, and the pictures inside workbooks; a workbook in a zip, too. Throws AppError
 * file-locked where a zip needs a password.
 */
export async function listPictures(files: readonly File[]): Promise<PictureList> {
  const pictures: ListedPicture[] = [];
  const damaged: string[] = [];
  for (const file of files) {
    const { name: path } = file;
    if (NOT_MEANT.test(path)) continue;
    const inside = await orDamaged(() => picturesOf(file, path));
    if (inside) pictures.push(...inside);
    else damaged.push(path);
  }
  return { pictures, damaged };
}

async function picturesOf(file: File, path: string): Promise<readonly ListedPicture[]> {
  const beginning = await readSlice(file, 0, ZIP.length);
  if (!startsWith(beginning, ZIP)) return [{ path, read: () => readFile(file) }];
  const entries = await readZipEntries(file);
  if (entries.some(({ filename }) => filename === WORKBOOK)) return inWorkbook(file, path, entries);
  const listed: ListedPicture[] = [];
  for (const entry of entries) {
    const name = entryName(entry);
    if (NOT_MEANT.test(name)) continue;
    const inside = WORKBOOK_NAME.test(name) ? await inZippedWorkbook(file, entry) : null;
    listed.push(...(inside ?? [{ path: name, read: () => readEntry(file, entry) }]));
  }
  return listed;
}

/** Encodings of names that a zip does not declare as UTF-8: a Mac's, and a Chinese Windows'. */
const NAME_ENCODINGS = ['utf-8', 'gb18030'] as const;

/** Returns the name of an entry. A zip without a declared encoding would otherwise be read as that of DOS. */
function entryName({ filename, filenameUTF8, rawFilename }: ZipEntry): string {
  if (filenameUTF8 || rawFilename.every((byte) => byte < 0x80)) return filename;
  for (const encoding of NAME_ENCODINGS) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(rawFilename);
    } catch {
      // Not in this encoding.
    }
  }
  return filename;
}

async function inWorkbook(file: File, path: string, entries: readonly ZipEntry[]) {
  const { picturesInWorkbook } = await import('./workbook-pictures.ts');
  const anchored = await picturesInWorkbook(file, entries).catch((cause: unknown): never => {
    throw damagedFile(file, cause);
  });
  return anchored.map(({ entry, cells }): ListedPicture => {
    const name = entry.filename.slice(entry.filename.lastIndexOf('/') + 1);
    return { path: `${path} › ${name}`, cells, read: () => readEntry(file, entry) };
  });
}

/** Returns the pictures of a workbook in a zip; null where it cannot be opened. */
async function inZippedWorkbook(file: File, entry: ZipEntry) {
  return orDamaged(async () => {
    const { bytes } = await readEntry(file, entry);
    const workbook = new File([bytes], entryName(entry));
    return inWorkbook(workbook, workbook.name, await readZipEntries(workbook));
  });
}

/** Codes of a file or an entry that cannot be read, though others can. */
const OWN_FAULTS: ReadonlySet<string> = new Set([
  'file-damaged',
  'file-unreadable',
  'file-too-large',
]);

/** Returns null where this file or entry cannot be read; others may be. */
export async function orDamaged<T>(open: () => Promise<T>): Promise<T | null> {
  try {
    return await open();
  } catch (error) {
    if (error instanceof AppError && OWN_FAULTS.has(error.code)) return null;
    throw error;
  }
}

async function readFile(file: File): Promise<ReadPicture> {
  const isWhole = file.size <= MOST_BYTES;
  return { bytes: await readSlice(file, 0, isWhole ? file.size : BEGINNING_BYTES), isWhole };
}

async function readEntry(file: File, entry: ZipEntry): Promise<ReadPicture> {
  const isWhole = entry.uncompressedSize <= MOST_BYTES;
  const bytes = new Uint8Array(isWhole ? entry.uncompressedSize : BEGINNING_BYTES);
  let at = 0;
  for await (const part of unpackedParts(file, entry)) {
    bytes.set(part.bytes.subarray(0, bytes.length - at), at);
    at += part.bytes.length;
    if (at >= bytes.length && !isWhole) break;
  }
  return { bytes, isWhole };
}

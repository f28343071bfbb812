// Opens a table of a zip, or a sheet of a workbook, which is a zip too. Workbooks, Parquet and Arrow files in a zip are
// read like those outside; a zip in a zip is not.

import type { FilePart } from '#core/import/csv/file-part.ts';
import { startsWith, ZIP } from '#core/app/file-kind.ts';
import { AppError } from '#core/base/errors.ts';
import { openColumns } from './columns-content.ts';
import {
  asReadOf,
  mostUnpackedBytes,
  noSuchPart,
  tooLarge,
  type OpenedContent,
} from './content-part.ts';
import { readSlice } from './read-slice.ts';
import { WORKBOOK } from './workbook/workbook-sheets.ts';
import { readZipEntries, unpackedParts, type ZipEntry } from './zip-archive.ts';

const TEXT = /\.(?:csv|tsv|tab|txt)$/i;
const WORKBOOK_NAME = /\.xlsx?$/i;
const COLUMNS = /\.(?:parquet|arrow|arrows|feather)$/i;
/** Folders of metadata from a Mac, and hidden files. */
const NOT_MEANT = /(?:^|\/)(?:__MACOSX\/|\.)/;
/** Separator between a workbook of a zip and its sheet. */
const WITHIN = ' › ';
/** Most bytes of a file that is unpacked whole before it is read, as all but text are. */
const MOST_WHOLE_BYTES = 512 * 1024 ** 2;
/** Most bytes of all workbooks whose sheets are listed; the others as one table each, their first sheet. */
const MOST_LOOKED_BYTES = 64 * 1024 ** 2;

/**
 * Opens the named table, or the first with content. Throws AppError no-table-inside, and what the table's form throws.
 */
export async function openZip(file: File, part: string | null): Promise<OpenedContent> {
  const entries = await readZipEntries(file);
  if (holdsWorkbook(entries))
    return (await import('./workbook/workbook-text.ts')).openWorkbook(file, entries, part);
  const tables = entries.filter(({ filename }) => isTable(filename));
  const table = meant(tables, part);
  if (!table) throw part === null ? noTableInside(file, entries) : noSuchPart(file, part);
  const within = part?.slice(table.filename.length + WITHIN.length) ?? '';
  if (TEXT.test(table.filename)) return textIn(file, tables, table);
  const whole = await wholeOf(file, table);
  const opened = asReadOf(file, await openInside(whole, within === '' ? null : within), whole.size);
  return { ...opened, parts: await partsOf(file, tables, { table, opened }) };
}

function isTable(name: string): boolean {
  return !NOT_MEANT.test(name) && [TEXT, WORKBOOK_NAME, COLUMNS].some((form) => form.test(name));
}

function holdsWorkbook(entries: readonly ZipEntry[]): boolean {
  return entries.some(({ filename }) => filename === WORKBOOK);
}

/** Returns the named table, or the workbook of the named sheet; without a name, the first with content. */
function meant(tables: readonly ZipEntry[], part: string | null): ZipEntry | undefined {
  if (part === null)
    return tables.find(({ uncompressedSize }) => uncompressedSize > 0) ?? tables[0];
  return (
    tables.find(({ filename }) => filename === part) ??
    tables.find(
      ({ filename }) => WORKBOOK_NAME.test(filename) && part.startsWith(filename + WITHIN),
    )
  );
}

async function textIn(
  file: File,
  tables: readonly ZipEntry[],
  table: ZipEntry,
): Promise<OpenedContent> {
  return {
    content: () => unpackedParts(file, table),
    parts: await partsOf(file, tables, { table, opened: null }),
  };
}

interface ReadPart {
  readonly table: ZipEntry;
  /** null where the table is text. */
  readonly opened: OpenedContent | null;
}

async function partsOf(
  file: File,
  tables: readonly ZipEntry[],
  { table, opened }: ReadPart,
): Promise<FilePart[]> {
  const parts: FilePart[] = [];
  let looked = 0;
  for (const entry of tables) {
    looked += WORKBOOK_NAME.test(entry.filename) ? entry.uncompressedSize : 0;
    const isRead = entry === table;
    const sheets = isRead ? opened?.parts : await sheetsIn(file, entry, looked);
    if (sheets && sheets.length > 1)
      for (const sheet of sheets)
        parts.push({
          ...{ ...sheet, name: entry.filename + WITHIN + sheet.name },
          isRead: isRead && sheet.isRead,
        });
    else
      parts.push({
        ...{ name: entry.filename, kind: 'table', sizeBytes: entry.uncompressedSize },
        ...{ isRead, isHidden: false, isEmpty: entry.uncompressedSize === 0 },
      });
  }
  return parts;
}

/** Returns the sheets of a workbook; none where it cannot be read, which reading it reports. */
async function sheetsIn(file: File, entry: ZipEntry, looked: number): Promise<readonly FilePart[]> {
  if (!WORKBOOK_NAME.test(entry.filename) || looked > MOST_LOOKED_BYTES) return [];
  return wholeOf(file, entry)
    .then((whole) => openInside(whole, null))
    .then(
      ({ parts }) => parts,
      () => [],
    );
}

async function openInside(whole: File, part: string | null): Promise<OpenedContent> {
  if (!WORKBOOK_NAME.test(whole.name)) return openColumns(whole);
  const isZip = startsWith(await readSlice(whole, 0, ZIP.length), ZIP);
  const workbook = isZip ? whole : await (await import('./old-workbook.ts')).asXlsx(whole);
  const entries = workbook ? await readZipEntries(workbook) : [];
  if (!workbook || !holdsWorkbook(entries)) throw noTableInside(whole, entries);
  const { openWorkbook } = await import('./workbook/workbook-text.ts');
  return asReadOf(whole, await openWorkbook(workbook, entries, part), workbook.size);
}

/** Unpacks a whole entry. Throws what unpackedParts() throws, and AppError file-too-large. */
async function wholeOf(file: File, entry: ZipEntry): Promise<File> {
  const most = Math.min(MOST_WHOLE_BYTES, mostUnpackedBytes(file.size));
  if (entry.uncompressedSize > most) throw tooLarge(file, entry.uncompressedSize, most);
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for await (const { bytes } of unpackedParts(file, entry)) parts.push(bytes);
  return new File(parts, entry.filename);
}

function noTableInside(file: File, entries: readonly ZipEntry[]): AppError {
  const names = entries.slice(0, 5).map(({ filename }) => filename);
  const message = `expected a CSV or a workbook in ${file.name}, got ${names.join(', ')}`;
  return new AppError('no-table-inside', message, { fileName: file.name });
}

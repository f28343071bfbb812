import type { FilePart } from '#core/csv/file-part.ts';
import { sheetExtent } from './sheet-extent.ts';
import { zipSync, type Zippable } from 'fflate';
import Papa from 'papaparse';
import { readSheet, type CellValue, type Row } from 'read-excel-file/universal';
import {
  damaged,
  mostUnpackedBytes,
  noSuchPart,
  PART_BYTES,
  tooLarge,
  type ContentPart,
  type OpenedContent,
} from './content-part.ts';
import { sheetsOf, WORKBOOK, type WorkbookSheet } from './workbook-sheets.ts';
import { unpack, type ZipEntry } from './zip-archive.ts';

/** What is needed to understand a sheet. */
const AROUND_SHEETS =
  /^(?:_rels|docProps|\[Content_Types\]|xl\/(?!worksheets|chartsheets|theme|drawings|charts|media|pivot|externalLinks))/;
const XML = /\.(?:xml|rels)$/;
const SMALL_BYTES = 256 * 1024;
/** Of a sheet and all texts, unpacked: the reader holds them whole. */
const MOST_BYTES = 160 * 1024 ** 2;

/** A sheet as CSV. Throws AppError cell-far-away, file-damaged, file-too-large or no-table-inside. */
export async function openWorkbook(
  file: File,
  entries: readonly ZipEntry[],
  part: string | null,
): Promise<OpenedContent> {
  const sheets = await sheetsOf(file, entries);
  const sheet = part === null ? await firstWithRows(file, sheets) : named(sheets, part);
  if (!sheet)
    throw part === null ? damaged(file, `no sheet in ${WORKBOOK}`) : noSuchPart(file, part);
  let rows: readonly Row[] | null = null;
  const content = async function* (): AsyncGenerator<ContentPart, void> {
    rows ??= await rowsOf(file, entries, sheet);
    yield* partsOfRows(rows, file);
  };
  return { content, parts: await partsIn(file, sheets, sheet) };
}

/** Whoever only asks what the file holds waits for none of them. */
async function rowsOf(
  file: File,
  entries: readonly ZipEntry[],
  sheet: WorkbookSheet,
): Promise<readonly Row[]> {
  // A cell that lies far away would make a grid that takes all memory.
  await rowCountOf(file, sheet);
  const needed = entries.filter(
    (entry) =>
      entry === sheet.entry || (XML.test(entry.filename) && AROUND_SHEETS.test(entry.filename)),
  );
  return readSheet(await stored(file, needed), sheet.name).catch((cause: unknown): never => {
    throw damaged(file, cause);
  });
}

function named(sheets: readonly WorkbookSheet[], name: string): WorkbookSheet | undefined {
  return sheets.find((sheet) => sheet.name === name);
}

/** One that is hidden only where no other has any. */
async function firstWithRows(
  file: File,
  sheets: readonly WorkbookSheet[],
): Promise<WorkbookSheet | undefined> {
  for (const isHidden of [false, true])
    for (const sheet of sheets)
      if (sheet.isHidden === isHidden && (await holdsMore(file, sheet, 1))) return sheet;
  return sheets[0];
}

async function partsIn(
  file: File,
  sheets: readonly WorkbookSheet[],
  read: WorkbookSheet,
): Promise<FilePart[]> {
  const parts: FilePart[] = [];
  for (const sheet of sheets)
    parts.push({
      ...{ name: sheet.name, kind: 'sheet', sizeBytes: sheet.entry.uncompressedSize },
      ...{ isRead: sheet === read, isHidden: sheet.isHidden, isEmpty: await isEmpty(file, sheet) },
    });
  return parts;
}

/** What is large holds much; to look at all of it would take as long as to read it. */
async function holdsMore(file: File, sheet: WorkbookSheet, rowCount: number): Promise<boolean> {
  if (sheet.entry.uncompressedSize > SMALL_BYTES) return true;
  return (await rowCountOf(file, sheet)) > rowCount;
}

/** That a sheet cannot be read is said by who reads it. */
function isEmpty(file: File, sheet: WorkbookSheet): Promise<boolean> {
  return holdsMore(file, sheet, 0).then(
    (holdsAny) => !holdsAny,
    () => false,
  );
}

async function rowCountOf(file: File, { name, entry }: WorkbookSheet): Promise<number> {
  requireFit(file, [entry]);
  const extent = sheetExtent(await unpack(file, entry), name);
  if (!extent) throw damaged(file, `a cell of ${name} that is nowhere`);
  return extent.rows;
}

/** The same workbook with its sheets as they are: what is packed its reader gives to a worker of its own, which the page's policy refuses. */
async function stored(file: File, entries: readonly ZipEntry[]): Promise<ArrayBuffer> {
  requireFit(file, entries);
  const contents: Zippable = {};
  for (const entry of entries) contents[entry.filename] = await unpack(file, entry);
  return zipSync(contents, { level: 0 }).buffer;
}

function requireFit(file: File, entries: readonly ZipEntry[]): void {
  const bytes = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  if (bytes > MOST_BYTES) throw tooLarge(file, bytes, MOST_BYTES);
}

/** Cells may hold the same long text again and again: what they come to is known only as it is written. */
async function* partsOfRows(rows: readonly Row[], file: File): AsyncGenerator<ContentPart, void> {
  const encoder = new TextEncoder();
  const most = mostUnpackedBytes(file.size);
  let [text, written] = ['', 0];
  for (const [place, row] of rows.entries()) {
    text += `${Papa.unparse([row.map(cellText)])}\r\n`;
    if (text.length < PART_BYTES && place < rows.length - 1) continue;
    const bytes = encoder.encode(text);
    written += bytes.length;
    if (written > most) throw tooLarge(file, written, most);
    yield await Promise.resolve({ bytes, doneBytes: file.size * ((place + 1) / rows.length) });
    text = '';
  }
}

/** A spreadsheet shows as many, and stores what is left of arithmetic behind them. */
const SHOWN_DIGITS = 15;

function cellText(cell: CellValue | null): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(Number(cell.toPrecision(SHOWN_DIGITS)));
  if (!(cell instanceof Date)) return String(cell);
  // Workbooks know no time zone: the reader puts what they say into UTC.
  const [day, time] = cell.toISOString().split('T') as [string, string];
  return time.startsWith('00:00:00') ? day : `${day} ${time.slice(0, 8)}`;
}

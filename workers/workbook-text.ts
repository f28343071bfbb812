import { sheetExtent } from './sheet-extent.ts';
import { zipSync, type Zippable } from 'fflate';
import Papa from 'papaparse';
import { readSheet, type CellValue, type Row } from 'read-excel-file/universal';
import {
  damaged,
  mostUnpackedBytes,
  PART_BYTES,
  tooLarge,
  type ContentPart,
  type FileContent,
} from './content-part.ts';
import { sheetsOf, WORKBOOK, type WorkbookSheet } from './workbook-sheets.ts';
import { unpack, type ZipEntry } from './zip-archive.ts';

/** What is needed to understand a sheet. */
const AROUND_SHEETS =
  /^(?:_rels|docProps|\[Content_Types\]|xl\/(?!worksheets|chartsheets|theme|drawings|charts|media|pivot|externalLinks))/;
const XML = /\.(?:xml|rels)$/;
/** Of a sheet and all texts, unpacked: the reader holds them whole. */
const MOST_BYTES = 160 * 1024 ** 2;

/** The first sheet that has rows, as CSV. Throws AppError cell-far-away, file-damaged or file-too-large. */
export async function openWorkbook(file: File, entries: readonly ZipEntry[]): Promise<FileContent> {
  const sheets = await sheetsOf(file, entries);
  const sheet = (await firstWithRows(file, sheets)) ?? sheets[0];
  if (!sheet) throw damaged(file, `no sheet in ${WORKBOOK}`);
  const needed = entries.filter(
    (entry) =>
      entry === sheet.entry || (XML.test(entry.filename) && AROUND_SHEETS.test(entry.filename)),
  );
  const workbook = await stored(file, needed);
  const rows = await readSheet(workbook, sheet.name).catch((cause: unknown): never => {
    throw damaged(file, cause);
  });
  return () => partsOfRows(rows, file);
}

/** One that is hidden only where no other has any. */
async function firstWithRows(
  file: File,
  sheets: readonly WorkbookSheet[],
): Promise<WorkbookSheet | null> {
  for (const isHidden of [false, true])
    for (const sheet of sheets)
      if (sheet.isHidden === isHidden && (await rowsIn(file, sheet)) > 1) return sheet;
  return null;
}

async function rowsIn(file: File, { name, entry }: WorkbookSheet): Promise<number> {
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

function cellText(cell: CellValue | null): string {
  if (cell === null) return '';
  if (!(cell instanceof Date)) return String(cell);
  // Workbooks know no time zone: the reader puts what they say into UTC.
  const [day, time] = cell.toISOString().split('T') as [string, string];
  return time.startsWith('00:00:00') ? day : `${day} ${time.slice(0, 8)}`;
}

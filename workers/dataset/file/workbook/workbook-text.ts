// Writes a sheet of a workbook as CSV, row by row as it is unpacked.

import type { FilePart } from '#core/import/csv/file-part.ts';
import { MOST_COLUMNS } from '#core/import/csv/most-columns.ts';
import {
  damaged,
  mostUnpackedBytes,
  noSuchPart,
  PART_BYTES,
  tooLarge,
  type ContentPart,
  type OpenedContent,
} from '../content-part.ts';
import { csvLine, quoted } from '../csv-line.ts';
import { readWorkbook } from './read-workbook.ts';
import type { Workbook } from './sheet-cell.ts';
import { SheetFindings } from './sheet-findings.ts';
import { SheetRows, type SheetRow } from './sheet-rows.ts';
import { tableTooLarge } from '../table-bounds.ts';
import { TableRows } from './table-rows.ts';
import { WORKBOOK, workbookEntries, type WorkbookSheet } from './workbook-sheets.ts';
import { unpackedParts, type ZipEntry } from '../zip-archive.ts';

const SMALL_BYTES = 256 * 1024;
/** Most bytes of an unpacked sheet: what takes longer is not a shop's table. */
const MOST_SHEET_BYTES = 160 * 1024 ** 2;
/**
 * Most rows times columns. A sheet that is small enough to unpack fills no more, so that above this most cells are
 * empty.
 */
const MOST_GRID_CELLS = 16_000_000;
/** Stands for any workbook: enough to see whether a cell holds anything. */
const ANY_TEXTS: Workbook = {
  texts: new Proxy([], { get: () => '…' }),
  dates: [],
  money: [],
  firstDay: 0,
};

/**
 * Opens a sheet as CSV text; `part` null: the first with rows. Throws AppError file-damaged, file-too-large,
 * table-too-large or no-table-inside, here or while it is read.
 */
export async function openWorkbook(
  file: File,
  entries: readonly ZipEntry[],
  part: string | null,
): Promise<OpenedContent> {
  const found = await workbookEntries(file, entries);
  const { sheets } = found;
  const sheet = part === null ? await firstWithRows(file, sheets) : named(sheets, part);
  if (!sheet)
    throw part === null ? damaged(file, `no sheet in ${WORKBOOK}`) : noSuchPart(file, part);
  let workbook: Workbook | null = null;
  let findings = new SheetFindings();
  const content = async function* (): AsyncGenerator<ContentPart, void> {
    requireFit(file, sheet.entry);
    workbook ??= await readWorkbook(file, found);
    findings = new SheetFindings();
    yield* csvOf(file, sheet, { workbook, findings });
  };
  return {
    ...{ content, parts: await partsIn(file, sheets, sheet) },
    known: { encoding: 'utf-8', delimiter: ',', headerRow: null },
    findings: () => findings.issues(),
    merged: () => findings.merged(),
    currencyAt: (place) => findings.currencyAt(place),
  };
}

function named(sheets: readonly WorkbookSheet[], name: string): WorkbookSheet | undefined {
  return sheets.find((sheet) => sheet.name === name);
}

/**
 * Returns the first sheet with rows below row 1; a hidden one only where no other has any. Otherwise returns the first
 * sheet.
 */
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

/**
 * Returns whether a sheet has rows below `rowCount`. Large sheets count as such: looking at all of one takes as long as
 * reading it.
 */
async function holdsMore(file: File, sheet: WorkbookSheet, rowCount: number): Promise<boolean> {
  if (sheet.entry.uncompressedSize > SMALL_BYTES) return true;
  const found = { workbook: ANY_TEXTS, findings: new SheetFindings() };
  for await (const { rows } of rowsOf(file, sheet, found))
    if (rows.some(({ number }) => number > rowCount)) return true;
  return false;
}

/** Returns whether a sheet is empty. One that cannot be read counts as not; reading it reports why. */
function isEmpty(file: File, sheet: WorkbookSheet): Promise<boolean> {
  return holdsMore(file, sheet, 0).then(
    (holdsAny) => !holdsAny,
    () => false,
  );
}

function requireFit(file: File, { uncompressedSize }: ZipEntry): void {
  if (uncompressedSize > MOST_SHEET_BYTES) throw tooLarge(file, uncompressedSize, MOST_SHEET_BYTES);
}

interface SheetReading {
  readonly workbook: Workbook;
  readonly findings: SheetFindings;
}

/** Yields the rows of each unpacked part. */
async function* rowsOf(
  file: File,
  { entry }: WorkbookSheet,
  { workbook, findings }: SheetReading,
): AsyncGenerator<{ readonly rows: readonly SheetRow[]; readonly doneBytes: number }, void> {
  const reader = new SheetRows(workbook, findings);
  try {
    for await (const { bytes, doneBytes } of unpackedParts(file, entry))
      yield { rows: [...reader.read(bytes)], doneBytes };
  } catch (cause) {
    throw damaged(file, cause);
  }
}

/** Yields the sheet as CSV. Cells may repeat a long text, so the size is known only as it is written. */
async function* csvOf(
  file: File,
  sheet: WorkbookSheet,
  reading: SheetReading,
): AsyncGenerator<ContentPart, void> {
  const encoder = new TextEncoder();
  const most = mostUnpackedBytes(file.size);
  const table = new TableRows(reading.findings);
  const lines = new SheetLines();
  let written = 0;
  const part = (doneBytes: number): ContentPart => {
    const bytes = encoder.encode(lines.take());
    written += bytes.length;
    if (written > most) throw tooLarge(file, written, most);
    return { bytes, doneBytes };
  };
  for await (const { rows, doneBytes } of rowsOf(file, sheet, reading))
    for (const row of rows) {
      for (const kept of table.take(row)) lines.add(kept);
      if (lines.length >= PART_BYTES) yield part(doneBytes);
    }
  table.end();
  yield part(file.size);
}

/** Lines of CSV, each as wide as any above it, including the empty ones between them. */
class SheetLines {
  #text = '';
  #row = 0;
  #width = 0;

  get length(): number {
    return this.#text.length;
  }

  /** Adds a row. Throws AppError table-too-large. */
  add({ number, cells }: SheetRow): void {
    this.#width = Math.max(this.#width, Math.min(MOST_COLUMNS, cells.length));
    if (this.#width * number > MOST_GRID_CELLS) throw tableTooLarge(number);
    const count = Math.max(this.#width, cells.length);
    const texts = Array.from({ length: count }, (_, place) => quoted(cells[place] ?? ''));
    this.#text += '\r\n'.repeat(number - this.#row - 1) + csvLine(texts);
    this.#row = number;
  }

  take(): string {
    const text = this.#text;
    this.#text = '';
    return text;
  }
}

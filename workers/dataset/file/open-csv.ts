import type { FilePart } from '#core/import/csv/file-part.ts';
import { detectDelimiter } from '#core/import/csv/detect-delimiter.ts';
import { findHeaderRow } from '#core/import/csv/find-header.ts';
import { hasHeader } from '#core/import/csv/has-header.ts';
import type { MergedCells } from '#core/import/suppliers/fill-merged.ts';
import type { CurrencyAt } from '#core/import/suppliers/list-cells.ts';
import type { Issue } from '#core/import/csv/issues.ts';
import { MOST_COLUMNS } from '#core/import/csv/most-columns.ts';
import { RecordReader } from '#core/import/csv/record-reader.ts';
import { uniqueHeaders } from '#core/import/csv/unique-headers.ts';
import type { FileToRead } from '#protocol/dataset-requests.ts';
import { NO_HEADER, type ReadingChoice } from '#core/import/csv/reading-choice.ts';
import { AppError } from '#core/base/errors.ts';
import type { TextForm } from './content-part.ts';
import { DecodedText } from './decoded-text.ts';
import { FIRST_PART_BYTES, openContent } from './open-content.ts';

/** What must be known of a file before its rows can be read. */
export interface CsvFile {
  readonly file: File;
  readonly text: DecodedText;
  /** All that the file holds, where that is more than one text. */
  readonly parts: readonly FilePart[];
  /** Names of its columns that no cell of a table can hold. */
  readonly leftOut: readonly string[];
  /** Returns what the file holds that a table cannot hold, as far as it was read. */
  readonly findings: () => readonly Issue[];
  /** Returns cells that are shown as one, as far as it was read. */
  readonly merged: () => readonly MergedCells[];
  /** Returns the currency in which a number is shown, as far as it was read. */
  readonly currencyAt: CurrencyAt;
  readonly delimiter: string;
  readonly headers: readonly string[];
  readonly repeatedHeaders: readonly string[];
  /** Whether a row of the file names the columns. Otherwise they are "Column 1", "Column 2", … */
  readonly hasHeader: boolean;
  /** Row above the first of data, as a spreadsheet counts: the header's, where there is one. */
  readonly headerRow: number;
  /** Records above the header, such as a report's title and days. */
  readonly linesAbove: readonly (readonly string[])[];
  /** Number of records up to and including the header. */
  readonly recordsAbove: number;
  /** Records below the header in the first part of the file. */
  readonly firstRecords: readonly (readonly string[])[];
}

const NOTHING_ELSE = { leftOut: [], findings: () => [], merged: () => [], currencyAt: () => null };
/** Excel's line that names the delimiter; Excel shows no row for it. */
const DELIMITER_LINE = /^sep=([,;\t|])\r?\n/i;

/**
 * Reads the beginning of a file: its form, its header and the first records. Throws AppError file-empty,
 * header-not-found, header-only or too-many-columns, and what openContent() throws.
 */
export async function openCsv({ file, reading }: FileToRead): Promise<CsvFile> {
  const { content, known, ...opened } = await openContent(file, reading.part);
  const { parts, leftOut, findings, merged, currencyAt } = { ...NOTHING_ELSE, ...opened };
  const as = asKnown(reading, known);
  const text = new DecodedText(content, file.name, as.encoding);
  const { beginning, isWhole } = await beginningOf(text);
  const named = DELIMITER_LINE.exec(beginning);
  const delimiter =
    as.delimiter ?? named?.[1] ?? detectDelimiter(beginning.replace(/\r\n?/g, '\n'));
  const complete = [...new RecordReader(delimiter).read(beginning, isWhole)].flat();
  const records = complete.slice(named ? 1 : 0);
  const top = topAt(as.headerRow, records);
  if (top < 0) throw noHeader(file, isWhole);
  const isNamed = namesColumns(as.headerRow, records.slice(top));
  const aboveData = isNamed ? top + 1 : top;
  const firstRecords = records.slice(aboveData);
  if (isWhole && !firstRecords.some(hasContent)) throw headerOnly(file);
  const names = isNamed ? withoutEmptyEnd(records[top]!) : unnamed(firstRecords);
  if (names.length > MOST_COLUMNS) throw tooManyColumns(file, names.length);
  const { headers, repeated } = uniqueHeaders(names);
  return {
    ...{ file, text, parts, leftOut, findings, merged, currencyAt },
    ...{ delimiter, headers, firstRecords },
    repeatedHeaders: repeated,
    hasHeader: isNamed,
    headerRow: aboveData,
    linesAbove: records.slice(0, top),
    recordsAbove: aboveData + (named ? 1 : 0),
  };
}

/** Of text that Debut wrote, only the header row can be chosen; the rest of its form is known. */
function asKnown(reading: ReadingChoice, known: TextForm | undefined): TextForm {
  return known ? { ...known, headerRow: reading.headerRow ?? known.headerRow } : reading;
}

/** Returns the index of the table's first row. Where a chosen row is blank, the next one with content counts. */
function topAt(chosenRow: number | null, records: readonly (readonly string[])[]): number {
  if (chosenRow === null) return findHeaderRow(records);
  return records.findIndex((record, index) => index + 1 >= chosenRow && hasContent(record));
}

/** Returns whether the first of these records is a header: as the seller says, or as it looks. */
function namesColumns(chosenRow: number | null, records: readonly (readonly string[])[]): boolean {
  return chosenRow === null ? hasHeader(records) : chosenRow !== NO_HEADER;
}

function noHeader(file: File, isWhole: boolean): AppError {
  const code = isWhole ? 'file-empty' : 'header-not-found';
  return new AppError(code, `expected a header at the beginning of ${file.name}, got none`);
}

function tooManyColumns(file: File, found: number): AppError {
  const message = `expected at most ${MOST_COLUMNS} columns in ${file.name}, got ${found}`;
  return new AppError('too-many-columns', message, { found });
}

/** Returns the error for a file without rows below its header. */
export function headerOnly(file: File): AppError {
  return new AppError('header-only', `expected rows below the header of ${file.name}, got none`);
}

/** Rows sampled, enough to see what a column holds. */
const ROWS_SAMPLED = 2_000;

/** Returns the first rows of a file, without blank ones. */
export function sampledRows({
  firstRecords,
}: Pick<CsvFile, 'firstRecords'>): readonly (readonly string[])[] {
  return firstRecords.filter(hasContent).slice(0, ROWS_SAMPLED);
}

/** Returns whether any cell holds more than blanks. */
function hasContent(record: readonly string[]): boolean {
  return record.some((cell) => cell.trim() !== '');
}

/** Returns as much of the text as FIRST_PART_BYTES hold in UTF-8. */
async function beginningOf(text: DecodedText): Promise<{ beginning: string; isWhole: boolean }> {
  const encoder = new TextEncoder();
  const room = new Uint8Array(FIRST_PART_BYTES);
  let beginning = '';
  for await (const part of text.parts()) {
    beginning += part.text;
    const { read, written } = encoder.encodeInto(beginning, room);
    if (read < beginning.length || written === FIRST_PART_BYTES)
      return { beginning: beginning.slice(0, read), isWhole: false };
  }
  return { beginning, isWhole: true };
}

/** Returns an empty name for each column that any of the rows fills. */
function unnamed(records: readonly (readonly string[])[]): readonly string[] {
  const widths = records.map((record) => withoutEmptyEnd(record).length);
  return Array.from({ length: widths.reduce((most, width) => Math.max(most, width), 0) }, () => '');
}

/** Drops empty cells at the end: spreadsheets leave delimiters there where cells were deleted. */
function withoutEmptyEnd(cells: readonly string[]): readonly string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== '') + 1);
}

import type { FilePart } from '#core/import/csv/file-part.ts';
import { detectDelimiter } from '#core/import/csv/detect-delimiter.ts';
import { findHeaderRow } from '#core/import/csv/find-header.ts';
import type { MergedCells } from '#core/import/suppliers/fill-merged.ts';
import type { CurrencyAt } from '#core/import/suppliers/list-cells.ts';
import type { Issue } from '#core/import/csv/issues.ts';
import { MOST_COLUMNS } from '#core/import/csv/most-columns.ts';
import { RecordReader } from '#core/import/csv/record-reader.ts';
import { uniqueHeaders } from '#core/import/csv/unique-headers.ts';
import type { FileToRead } from '#protocol/dataset-requests.ts';
import type { ReadingChoice } from '#core/import/csv/reading-choice.ts';
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
  /** Row of the header as a spreadsheet counts: the first, unless other lines stand above it. */
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
  const header = headerAt(as.headerRow, records);
  if (header < 0) throw noHeader(file, isWhole);
  const firstRecords = records.slice(header + 1);
  if (isWhole && !firstRecords.some(hasContent)) throw headerOnly(file);
  const names = withoutEmptyEnd(records[header]!);
  if (names.length > MOST_COLUMNS) throw tooManyColumns(file, names.length);
  const { headers, repeated } = uniqueHeaders(names);
  return {
    ...{ file, text, parts, leftOut, findings, merged, currencyAt },
    ...{ delimiter, headers, firstRecords },
    repeatedHeaders: repeated,
    headerRow: header + 1,
    linesAbove: records.slice(0, header),
    recordsAbove: header + 1 + (named ? 1 : 0),
  };
}

/** Of text that Debut wrote, only the header row can be chosen; the rest of its form is known. */
function asKnown(reading: ReadingChoice, known: TextForm | undefined): TextForm {
  return known ? { ...known, headerRow: reading.headerRow ?? known.headerRow } : reading;
}

/** Returns the index of the header. Where a chosen row is blank, the next one with content counts. */
function headerAt(chosenRow: number | null, records: readonly (readonly string[])[]): number {
  if (chosenRow === null) return findHeaderRow(records);
  return records.findIndex((record, index) => index + 1 >= chosenRow && hasContent(record));
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

/** Drops empty cells at the end: spreadsheets leave delimiters there where cells were deleted. */
function withoutEmptyEnd(cells: readonly string[]): readonly string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== '') + 1);
}

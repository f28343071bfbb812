import { detectDelimiter } from '#core/csv/delimiter.ts';
import { detectEncoding, isAscii, type Encoding } from '#core/csv/encoding.ts';
import { findHeaderRow } from '#core/csv/find-header.ts';
import { uniqueHeaders } from '#core/csv/unique-headers.ts';
import type { FileToRead } from '#protocol/dataset-worker.ts';
import { AppError } from '#core/errors.ts';
import { readSlice } from './read-slice.ts';
import { delimiterLine, RecordParser } from './record-parser.ts';

/** What must be known of a file before its rows can be read. */
export interface CsvFile {
  readonly file: File;
  readonly encoding: Encoding;
  readonly delimiter: string;
  readonly headers: readonly string[];
  readonly repeatedHeaders: readonly string[];
  /** Records up to and with the header: one, unless other lines stand above it. */
  readonly headerRow: number;
  /** The records below the header that the first part of the file holds. */
  readonly firstRecords: readonly (readonly string[])[];
}

const FIRST_PART_BYTES = 256 * 1024;
const PART_BYTES = 1024 * 1024;

/** How far to look for the first byte beyond ASCII, which shows the encoding. */
type Reach = 'beginning' | 'whole file';

export async function openCsv(
  { file, reading }: FileToRead,
  reach: Reach = 'whole file',
): Promise<CsvFile> {
  const bytes = await readSlice(file, 0, FIRST_PART_BYTES);
  const isWhole = bytes.length === file.size;
  const encoding = reading.encoding ?? (await encodingOf(file, bytes, reach));
  const text = new TextDecoder(encoding).decode(bytes, { stream: !isWhole });
  const delimiter =
    reading.delimiter ?? delimiterLine(text) ?? detectDelimiter(text.replace(/\r\n?/g, '\n'));
  const records = new RecordParser(delimiter).parse(text, isWhole);
  const header = headerAt(reading.headerRow, records);
  if (header < 0) throw new AppError('file-empty', `expected a header in ${file.name}, got none`);
  const firstRecords = records.slice(header + 1);
  if (isWhole && !firstRecords.some(hasContent)) throw headerOnly(file);
  const { headers, repeated } = uniqueHeaders(withoutEmptyEnd(records[header]!));
  return {
    ...{ file, encoding, delimiter, headers, firstRecords },
    repeatedHeaders: repeated,
    headerRow: header + 1,
  };
}

/** Below a chosen row that is blank, the next one with content. */
function headerAt(chosenRow: number | null, records: readonly (readonly string[])[]): number {
  if (chosenRow === null) return findHeaderRow(records);
  return records.findIndex((record, index) => index + 1 >= chosenRow && hasContent(record));
}

interface RecordBatch {
  readonly records: readonly (readonly string[])[];
  readonly doneBytes: number;
}

/** Every record below the header. */
export async function* readRecords(csv: CsvFile): AsyncGenerator<RecordBatch, void> {
  const { file, encoding, delimiter, headerRow } = csv;
  const decoder = new TextDecoder(encoding);
  const parser = new RecordParser(delimiter);
  let above = headerRow;
  for (let start = 0; start < file.size; start += PART_BYTES) {
    const doneBytes = Math.min(file.size, start + PART_BYTES);
    const isLast = doneBytes === file.size;
    const text = decoder.decode(await readSlice(file, start, doneBytes), { stream: !isLast });
    const records = parser.parse(text, isLast);
    yield { records: records.slice(above), doneBytes };
    above = Math.max(0, above - records.length);
  }
}

export function headerOnly(file: File): AppError {
  return new AppError('header-only', `expected rows below the header of ${file.name}, got none`);
}

export function hasContent(record: readonly string[]): boolean {
  return record.some((cell) => cell.trim() !== '');
}

async function encodingOf(file: File, firstPart: Uint8Array, reach: Reach): Promise<Encoding> {
  const end = reach === 'beginning' ? firstPart.length : file.size;
  let part = firstPart;
  for (let start = part.length; start < end && isAscii(part); start += part.length) {
    part = await readSlice(file, start, start + PART_BYTES);
  }
  // A file's beginning shows best that it is no text at all.
  const encoding = detectEncoding(firstPart, canDecode) && detectEncoding(part, canDecode);
  if (encoding) return encoding;
  throw new AppError('file-not-text', `expected text in ${file.name}, got a binary file`);
}

function canDecode(bytes: Uint8Array, encoding: Encoding): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** Spreadsheets leave delimiters at the end of lines where cells were deleted. */
function withoutEmptyEnd(cells: readonly string[]): readonly string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== '') + 1);
}

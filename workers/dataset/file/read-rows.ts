import { partsNotRead } from '#core/import/csv/file-part.ts';
import type { IssueLog } from '#core/import/csv/issue-log.ts';
import { LOST } from '#core/import/csv/lost-text.ts';
import { RecordReader } from '#core/import/csv/record-reader.ts';
import { RowCoder, type RowPart } from '#core/import/csv/row-coder.ts';
import { textRowsOf, type TextRows } from '#core/import/csv/text-rows.ts';
import { headerOnly, type CsvFile } from './open-csv.ts';
import type { ThrottledJob } from '#workers/runtime/throttled-job.ts';
import { readRecords } from './read-records.ts';
import { requireMemory, requireTable } from './table-bounds.ts';

interface RowsWanted {
  readonly csv: CsvFile;
  /** Headers of the columns to keep. */
  readonly columns: readonly string[];
  readonly log: IssueLog;
}

const ROW_BYTES = 32;
const CELL_BYTES = 6;
const TEXT_BYTES = 28;

const decoder = new TextDecoder();
const encoder = new TextEncoder();

/** Reads all rows into memory. Throws AppError table-too-large where they do not fit. */
export async function readRows(wanted: RowsWanted, job: ThrottledJob): Promise<TextRows> {
  const { csv, columns } = wanted;
  const parts: RowPart[] = [];
  let heldBytes = 0;
  await readParts(wanted, job, (part, doneShare) => {
    heldBytes += heldFor(part);
    requireMemory(heldBytes, doneShare, part.rowNumbers.at(-1)!);
    parts.push(part);
    return Promise.resolve();
  });
  const kept = csv.headers.filter((header) => columns.includes(header));
  return textRowsOf(parts, {
    headers: csv.headers,
    kept,
    decode: (bytes) => decoder.decode(bytes),
  });
}

/**
 * Reads rows part by part, and returns how many have content. Throws AppError table-too-large, record-too-long or
 * header-only.
 */
export async function readParts(
  { csv, columns, log }: RowsWanted,
  job: ThrottledJob,
  take: (part: RowPart, doneShare: number) => Promise<void>,
): Promise<number> {
  const encode = (text: string) => encoder.encode(text);
  const coder = new RowCoder(csv, { kept: columns, log, encode });
  const reader = new RecordReader(csv.delimiter);
  const openRow = () => coder.openRow;
  for await (const { records, doneBytes } of readRecords(csv.text, reader, openRow)) {
    for (const cells of records) coder.add(cells);
    const doneShare = doneBytes / csv.file.size;
    for (const part of coder.takeParts()) await take(part, doneShare);
    // Blank rows hold nothing, but take time to read.
    const rowCount = openRow();
    requireTable({ rowCount, columnCount: csv.headers.length, doneShare }, rowCount);
    await job.step({ phase: 'read', done: doneBytes, total: csv.file.size });
  }
  for (const part of coder.takeParts(true)) await take(part, 1);
  if (coder.rowCount === 0) throw headerOnly(csv.file);
  noteHeaders(csv, log);
  noteOtherParts(csv, log);
  log.addAll(csv.findings());
  if (reader.unclosedCount > 0)
    log.note({ kind: 'unclosed-quote', severity: 'warning' }, reader.unclosedCount);
  return coder.rowCount;
}

/** Returns the bytes that a part takes. A text is held twice: as bytes, and as what is made of them. */
function heldFor({ columns, rowNumbers }: RowPart): number {
  return columns.reduce(
    (sum, { bytes, lengths, codes }) =>
      sum + 2 * bytes.length + TEXT_BYTES * lengths.length + CELL_BYTES * codes.length,
    ROW_BYTES * rowNumbers.length,
  );
}

function noteOtherParts({ parts }: CsvFile, log: IssueLog): void {
  for (const { name } of partsNotRead(parts))
    log.note({ kind: 'parts-not-read', severity: 'warning' }, 1, name);
}

/** Notes columns left out, no header, repeated headers, and headers with undecodable text. */
export function noteHeaders(csv: CsvFile, log: IssueLog): void {
  const { headers, headerRow, repeatedHeaders, leftOut } = csv;
  if (!csv.hasHeader) log.note({ kind: 'no-header', severity: 'warning' }, 1);
  for (const name of leftOut) log.note({ kind: 'nested-columns', severity: 'warning' }, 1, name);
  for (const column of repeatedHeaders) {
    log.note({ kind: 'duplicate-header', severity: 'warning', column }, 1);
  }
  for (const column of headers.filter((header) => header.includes(LOST)))
    log.add({ kind: 'undecodable-text', severity: 'warning', column }, headerRow);
}

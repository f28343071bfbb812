import type { IssueLog } from '#core/csv/issue-log.ts';
import { RecordScanner } from '#core/csv/record-scanner.ts';
import { RowCoder, type DecodeText, type RowPart } from '#core/csv/row-coder.ts';
import { textRowsOf, type TextRows } from '#core/csv/text-rows.ts';
import { headerOnly, type CsvFile } from './open-csv.ts';
import type { PacedJob } from './paced-job.ts';
import { scanRecords } from './scan-records.ts';

interface RowsWanted {
  readonly csv: CsvFile;
  /** Headers of the columns to keep. */
  readonly columns: readonly string[];
  readonly log: IssueLog;
}

const decoder = new TextDecoder();
const decode: DecodeText = (bytes) => decoder.decode(bytes);

/** All rows at once, in memory. */
export async function readRows(wanted: RowsWanted, job: PacedJob): Promise<TextRows> {
  const { csv, columns } = wanted;
  const parts: RowPart[] = [];
  await readParts(wanted, job, (part) => {
    parts.push(part);
    return Promise.resolve();
  });
  const kept = csv.headers.filter((header) => columns.includes(header));
  return textRowsOf(parts, { headers: csv.headers, kept, decode });
}

/** Part by part. Gives how many rows have content. */
export async function readParts(
  { csv, columns, log }: RowsWanted,
  job: PacedJob,
  take: (part: RowPart) => Promise<void>,
): Promise<number> {
  const coder = new RowCoder(csv, { kept: columns, log, decode });
  const scanner = new RecordScanner(csv.delimiter, coder);
  await scanRecords(csv.text.parts(), scanner, async (doneBytes) => {
    for (const part of coder.takeParts()) await take(part);
    await job.step({ phase: 'read', done: doneBytes, total: csv.file.size });
  });
  for (const part of coder.takeParts(true)) await take(part);
  if (coder.rowCount === 0) throw headerOnly(csv.file);
  noteRepeatedHeaders(csv, log);
  if (scanner.unclosedCount > 0)
    log.note({ kind: 'unclosed-quote', severity: 'warning' }, scanner.unclosedCount);
  return coder.rowCount;
}

export function noteRepeatedHeaders({ repeatedHeaders }: CsvFile, log: IssueLog): void {
  for (const column of repeatedHeaders) {
    log.note({ kind: 'duplicate-header', severity: 'warning', column }, 1);
  }
}

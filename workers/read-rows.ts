import type { IssueLog } from '#core/csv/issue-log.ts';
import { TextRowCollector, type TextRows } from '#core/csv/text-rows.ts';
import { headerOnly, readRecords, type CsvFile } from './open-csv.ts';
import type { PacedJob } from './paced-job.ts';

interface RowsWanted {
  readonly csv: CsvFile;
  /** Headers of the columns to keep. */
  readonly columns: readonly string[];
  readonly log: IssueLog;
}

export async function readRows(
  { csv, columns, log }: RowsWanted,
  job: PacedJob,
): Promise<TextRows> {
  const collector = new TextRowCollector(csv, columns, log);
  for await (const { records, doneBytes } of readRecords(csv)) {
    for (const record of records) collector.add(record);
    await job.step({ phase: 'read', done: doneBytes, total: csv.file.size });
  }
  if (collector.rowCount === 0) throw headerOnly(csv.file);
  noteRepeatedHeaders(csv, log);
  return collector.rows();
}

export function noteRepeatedHeaders({ repeatedHeaders }: CsvFile, log: IssueLog): void {
  for (const column of repeatedHeaders) {
    log.note({ kind: 'duplicate-header', severity: 'warning', column }, 1);
  }
}

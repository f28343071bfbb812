// A list with a product a row, such as new products, results or stock → its rows, read as the history was.

import type { DateOrder } from '#core/import/values/read-date.ts';
import { AppError } from '#core/base/errors.ts';
import { IssueLog } from '#core/import/csv/issue-log.ts';
import { AS_DETECTED } from '#core/import/csv/reading-choice.ts';
import type { TextRows } from '#core/import/csv/text-rows.ts';
import type { Mapping } from '#core/import/schema/mapping.ts';
import type { HistoryMoney } from '#core/import/table/build-products.ts';
import type { FieldName } from '#core/launch/fields.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import type { Job } from '#protocol/job.ts';
import { loadDatasetSummary, loadLaunchTable } from '#storage/data/datasets.ts';
import { ThrottledJob } from '#workers/runtime/throttled-job.ts';
import { openCsv, type CsvFile } from '../file/open-csv.ts';
import { readRows } from '../file/read-rows.ts';

interface ListToRead<M> {
  readonly file: File;
  readonly datasetId: number;
  /** Opens the file as a table; undefined: as it is. */
  readonly open?: (file: File, job: ThrottledJob) => Promise<CsvFile>;
  /** Returns the meaning of headers and the headers of the columns to read. Throws where columns are missing. */
  readonly match: (csv: CsvFile, history: Mapping) => M;
}

export interface ReadList<M> {
  readonly matched: M;
  readonly rows: TextRows;
  /** Launches of the file that the data set was imported from. */
  readonly history: LaunchTable;
  readonly money: HistoryMoney;
  readonly dateOrder: DateOrder | null;
  readonly log: IssueLog;
}

/** Reads a list into memory. Throws AppError table-too-large, and what opening and matching throw. */
export async function readList<M extends { readonly columns: readonly string[] }>(
  { file, datasetId, match, open = openAsDetected }: ListToRead<M>,
  job: Job,
): Promise<ReadList<M>> {
  const paced = new ThrottledJob(job);
  await paced.step({ phase: 'read', done: 0, total: file.size });
  const [{ report, recipe }, history] = await Promise.all([
    loadDatasetSummary(datasetId),
    loadLaunchTable(datasetId),
  ]);
  const csv = await open(file, paced);
  const matched = match(csv, report.mapping);
  const log = new IssueLog();
  const rows = await readRows({ csv, columns: matched.columns, log }, paced);
  await paced.step({ phase: 'store', done: 0, total: rows.rowNumbers.length });
  const { currencies = null } = report;
  const money = { currencies, currencyRates: recipe?.currencyRates ?? {} };
  return { matched, rows, history, money, dateOrder: recipe?.dateOrder ?? null, log };
}

function openAsDetected(file: File): Promise<CsvFile> {
  return openCsv({ file, reading: AS_DETECTED });
}

/** Throws AppError mapping-invalid: the list has no column of a field that it needs. */
export function refuseWithout(field: FieldName, { file, headers }: CsvFile): never {
  throw new AppError(
    'mapping-invalid',
    `expected a column of ${field} in ${file.name}, got ${headers.join(', ')}`,
    { reason: 'column-missing', field },
  );
}

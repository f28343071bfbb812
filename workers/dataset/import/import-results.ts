import { IssueLog } from '#core/import/csv/issue-log.ts';
import { AS_DETECTED } from '#core/import/csv/reading-choice.ts';
import { AppError } from '#core/base/errors.ts';
import { enterResults } from '#core/ledger/results/enter-results.ts';
import { RESULT_FIELDS, readResultRows } from '#core/ledger/results/read-result-rows.ts';
import type { Mapping } from '#core/import/schema/mapping.ts';
import { matchKnownHeaders } from '#core/import/schema/match-known-headers.ts';
import type { ResultsImport, ResultsRequest } from '#protocol/dataset-requests.ts';
import type { Job } from '#protocol/job.ts';
import { loadDatasetSummary, loadLaunchTable } from '#storage/data/datasets.ts';
import { changeLedger } from '#storage/plan/ledger.ts';
import { openCsv, type CsvFile } from '../file/open-csv.ts';
import { ThrottledJob } from '#workers/runtime/throttled-job.ts';
import { readRows } from '../file/read-rows.ts';

/**
 * Imports results of adopted plans from a file, all or none of them. Throws AppError mapping-invalid where columns are
 * missing.
 */
export async function importResults(
  { file, datasetId, today }: ResultsRequest,
  job: Job,
): Promise<ResultsImport> {
  const paced = new ThrottledJob(job);
  await paced.step({ phase: 'read', done: 0, total: file.size });
  const [{ report, recipe }, history] = await Promise.all([
    loadDatasetSummary(datasetId),
    loadLaunchTable(datasetId),
  ]);
  const csv = await openCsv({ file, reading: AS_DETECTED });
  const { headers, firstRecords } = csv;
  const fields = matchKnownHeaders({
    ...{ headers, rows: firstRecords, history: report.mapping, fields: RESULT_FIELDS },
  });
  requireResults(fields, csv);
  const log = new IssueLog();
  const rows = await readRows({ csv, columns: Object.values(fields), log }, paced);
  await paced.step({ phase: 'store', done: 0, total: rows.rowNumbers.length });
  const money = {
    currencies: report.currencies ?? null,
    currencyRates: recipe?.currencyRates ?? {},
  };
  const told = readResultRows(rows, { fields, money, dateOrder: recipe?.dateOrder ?? null, log });
  const table = { ...told, fileName: file.name, issues: log.issues().filter(isOfResults) };
  const said = { history, today, recordedAt: Date.now() };
  const { report: account, changes } = await changeLedger(datasetId, (entries) =>
    enterResults(table, entries, said),
  );
  return { report: account, changes };
}

/** Returns whether an issue is listed. Rows refused for their units are named in the report, one by one. */
function isOfResults({ field }: { readonly field: string | null }): boolean {
  return field !== 'units' && field !== 'orders';
}

function requireResults(fields: Mapping['fields'], { file, headers }: CsvFile): void {
  const hasName = fields.title !== undefined || fields.productId !== undefined;
  const hasCount = fields.units !== undefined || fields.orders !== undefined;
  if (hasName && hasCount) return;
  const field = hasName ? 'units' : 'title';
  throw new AppError(
    'mapping-invalid',
    `expected a column of ${field} in ${file.name}, got ${headers.join(', ')}`,
    { reason: 'column-missing', field },
  );
}

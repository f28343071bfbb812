import { enterResults } from '#core/ledger/results/enter-results.ts';
import { RESULT_FIELDS, readResultRows } from '#core/ledger/results/read-result-rows.ts';
import type { Mapping } from '#core/import/schema/mapping.ts';
import { matchKnownHeaders } from '#core/import/schema/match-known-headers.ts';
import type { ResultsImport, ResultsRequest } from '#protocol/dataset-requests.ts';
import type { Job } from '#protocol/job.ts';
import { changeLedger } from '#storage/plan/ledger.ts';
import type { CsvFile } from '../file/open-csv.ts';
import { readList, refuseWithout } from './read-list.ts';

/**
 * Imports results of adopted plans from a file, all or none of them. Throws AppError mapping-invalid where columns are
 * missing.
 */
export async function importResults(
  { file, datasetId, today }: ResultsRequest,
  job: Job,
): Promise<ResultsImport> {
  const list = await readList({ file, datasetId, match }, job);
  const { history, log } = list;
  const told = readResultRows(list.rows, { ...list, fields: list.matched.fields });
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

function match(csv: CsvFile, history: Mapping) {
  const { headers, firstRecords: rows } = csv;
  const fields = matchKnownHeaders({ headers, rows, history, fields: RESULT_FIELDS });
  if (fields.title === undefined && fields.productId === undefined) refuseWithout('title', csv);
  if (fields.units === undefined && fields.orders === undefined) refuseWithout('units', csv);
  return { fields, columns: Object.values(fields) };
}

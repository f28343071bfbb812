import { IssueLog } from '#core/import/csv/issue-log.ts';
import { AS_DETECTED } from '#core/import/csv/reading-choice.ts';
import { AppError } from '#core/base/errors.ts';
import type { Mapping } from '#core/import/schema/mapping.ts';
import { matchKnownHeaders } from '#core/import/schema/match-known-headers.ts';
import { readStockList, STOCK_FIELDS } from '#core/ledger/stock/read-stock-list.ts';
import { stockHeaders, type StockHeaders } from '#core/ledger/stock/stock-headers.ts';
import type { StockAccount } from '#core/ledger/stock/stock-list.ts';
import type { StockRequest } from '#protocol/dataset-requests.ts';
import type { Job } from '#protocol/job.ts';
import { loadDatasetSummary, loadLaunchTable } from '#storage/data/datasets.ts';
import { saveStock } from '#storage/data/stock.ts';
import { openCsv, type CsvFile } from '../file/open-csv.ts';
import { ThrottledJob } from '#workers/runtime/throttled-job.ts';
import { readRows } from '../file/read-rows.ts';

/**
 * Imports the list of stock on hand, in place of the previous list. Throws AppError no-stock-column or mapping-invalid.
 */
export async function importStock(
  { file, datasetId, today }: StockRequest,
  job: Job,
): Promise<StockAccount> {
  const paced = new ThrottledJob(job);
  await paced.step({ phase: 'read', done: 0, total: file.size });
  const [{ report, recipe }, history] = await Promise.all([
    loadDatasetSummary(datasetId),
    loadLaunchTable(datasetId),
  ]);
  const csv = await openCsv({ file, reading: AS_DETECTED });
  const headers = stockHeaders(csv.headers);
  const counted = [headers.onHand, headers.weeklyUnits].filter((header) => header !== undefined);
  const fields = matchKnownHeaders({
    ...{ headers: csv.headers, rows: csv.firstRecords, history: report.mapping },
    ...{ fields: STOCK_FIELDS, taken: counted },
  });
  requireStock(fields, headers, csv);
  const log = new IssueLog();
  const columns = [...Object.values(fields), ...counted];
  const rows = await readRows({ csv, columns, log }, paced);
  await paced.step({ phase: 'store', done: 0, total: rows.rowNumbers.length });
  const money = {
    currencies: report.currencies ?? null,
    currencyRates: recipe?.currencyRates ?? {},
  };
  const { items, account } = readStockList(rows, { fields, headers, history, money, log });
  await saveStock(datasetId, { fileName: file.name, asOf: today, items });
  return account;
}

function requireStock(
  { title, productId }: Mapping['fields'],
  { onHand }: StockHeaders,
  { file, headers }: CsvFile,
): void {
  const hasName = title !== undefined || productId !== undefined;
  const got = `in ${file.name}, got ${headers.join(', ')}`;
  if (onHand === undefined)
    throw new AppError('no-stock-column', `expected a column of pieces on hand ${got}`);
  if (hasName) return;
  throw new AppError('mapping-invalid', `expected a column of titles ${got}`, {
    ...{ reason: 'column-missing', field: 'title' },
  });
}

import type { ProductImportReport } from '#core/import/columns/import-report.ts';
import { IssueLog } from '#core/import/csv/issue-log.ts';
import { AppError } from '#core/base/errors.ts';
import {
  matchProductHeaders,
  type ProductMapping,
} from '#core/import/schema/match-product-headers.ts';
import { buildProducts } from '#core/import/table/build-products.ts';
import type { ProductImportRequest } from '#protocol/dataset-requests.ts';
import type { Job } from '#protocol/job.ts';
import { loadDatasetSummary, loadLaunchTable } from '#storage/data/datasets.ts';
import { addProducts } from '#storage/data/products.ts';
import type { CsvFile } from '../file/open-csv.ts';
import { openProducts } from './open-products.ts';
import { ThrottledJob } from '#workers/runtime/throttled-job.ts';
import { readRows } from '../file/read-rows.ts';

/**
 * Imports new products from a file, and adds them to those of the data set that wait for a plan. Throws AppError
 * mapping-invalid without a column of titles.
 */
export async function importProducts(
  { file, datasetId }: ProductImportRequest,
  job: Job,
): Promise<ProductImportReport> {
  const paced = new ThrottledJob(job);
  await paced.step({ phase: 'read', done: 0, total: file.size });
  const [{ report, recipe }, history] = await Promise.all([
    loadDatasetSummary(datasetId),
    loadLaunchTable(datasetId),
  ]);
  const csv = await openProducts(file, paced);
  const mapping = matchProductHeaders(csv.headers, csv.firstRecords, report.mapping);
  requireTitle(mapping, csv);
  const log = new IssueLog();
  const columns = [...Object.values(mapping.fields), ...Object.values(mapping.attributes)];
  const rows = await readRows({ csv, columns, log }, paced);
  await paced.step({ phase: 'store', done: 0, total: rows.rowNumbers.length });
  const { currencies = null } = report;
  const money = { currencies, currencyRates: recipe?.currencyRates ?? {} };
  const dateOrder = recipe?.dateOrder ?? null;
  const products = await addProducts(datasetId, (takenIds) =>
    buildProducts(rows, { mapping, history, takenIds, money, dateOrder, log }),
  );
  return { products, rowsRead: rows.rowNumbers.length, issues: log.issues() };
}

function requireTitle({ fields }: ProductMapping, { file, headers }: CsvFile): void {
  if (fields.title !== undefined) return;
  throw new AppError(
    'mapping-invalid',
    `expected a column of titles in ${file.name}, got ${headers.join(', ')}`,
    { reason: 'column-missing', field: 'title' },
  );
}

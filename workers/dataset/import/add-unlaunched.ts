import type { ProductImportReport } from '#core/import/columns/import-report.ts';
import { IssueLog } from '#core/import/csv/issue-log.ts';
import { productsInHistory } from '#core/import/schema/match-product-headers.ts';
import { buildProducts } from '#core/import/table/build-products.ts';
import { unlaunchedRows } from '#core/import/table/unlaunched-rows.ts';
import type { UnlaunchedRequest } from '#protocol/dataset-requests.ts';
import type { Job } from '#protocol/job.ts';
import { loadDatasetSummary, loadLaunchTable, loadReading } from '#storage/data/datasets.ts';
import { addProducts, loadProducts } from '#storage/data/products.ts';
import { loadSource } from '#storage/data/sources.ts';
import { ThrottledJob } from '#workers/runtime/throttled-job.ts';
import { columnsOf } from './read-launches.ts';

/**
 * Adds the products whose results are empty in a stored file of launches to those that wait for a plan. Products whose
 * title waits already are left out. Throws AppError source-lost.
 */
export async function addUnlaunched(
  { datasetId }: UnlaunchedRequest,
  job: Job,
): Promise<ProductImportReport> {
  const paced = new ThrottledJob(job);
  const [{ source, recipe }, { report }, history, waiting] = await Promise.all([
    loadReading(datasetId),
    loadDatasetSummary(datasetId),
    loadLaunchTable(datasetId),
    loadProducts(datasetId),
  ]);
  await paced.step({ phase: 'read', done: 0, total: source.rowCount });
  const all = await loadSource(source, columnsOf(recipe, source.headers), paced.signal);
  const rows = unlaunchedRows(all, recipe);
  const known = new Set(waiting.map(({ title }) => title));
  const log = new IssueLog();
  const built = {
    ...{ history, log, dateOrder: recipe.dateOrder },
    mapping: productsInHistory(recipe.mapping),
    money: { currencies: report.currencies ?? null, currencyRates: recipe.currencyRates },
  };
  const products = await addProducts(datasetId, (takenIds) =>
    buildProducts(rows, { ...built, takenIds }).filter(({ title }) => !known.has(title)),
  );
  return { products, rowsRead: rows.rowNumbers.length, issues: log.issues() };
}

import type { ImportReport } from '#core/import/columns/import-report.ts';
import { AS_DETECTED } from '#core/import/csv/reading-choice.ts';
import { findingKey, type Treatments } from '#core/import/csv/treatments.ts';
import { AppError } from '#core/base/errors.ts';
import { derivedCsv, derivedTable } from '#core/import/derivation/derived-table.ts';
import { MIN_LAUNCHES } from '#core/launch/history-sizes.ts';
import { readSalesLog } from '#core/import/baskets/read-sales-log.ts';
import { launchesOfExports } from '#core/import/marketing/launches-of-exports.ts';
import type { ExportsImport } from '#protocol/dataset-requests.ts';
import type { Job } from '#protocol/job.ts';
import { addReviews } from '#storage/data/reviews.ts';
import type { FileCache } from './file-cache.ts';
import { importFile } from './import-file.ts';
import { readReturnLists } from './read-return-lists.ts';
import { ThrottledJob } from '#workers/runtime/throttled-job.ts';

/** Which variants form one launch was already decided when the launches were derived. */
const AS_DERIVED: Treatments = {
  [findingKey({ kind: 'variant-rows', field: 'title', column: 'title' })]: false,
};

/**
 * Derives launches from exports, and imports their table as if it were a file of the seller's, with the demand of their
 * order lines by week and with what they tell of buyers and of what goes together. Reports of returns also become lists
 * of what buyers said. Throws AppError too-few-launches.
 */
export async function importExports(
  { name, ...request }: ExportsImport,
  job: Job,
  cache: FileCache,
): Promise<ImportReport> {
  const paced = new ThrottledJob(job);
  const { files, joined } = await cache.openShop(request, paced);
  const { launches, demand } = launchesOfExports(joined, request);
  if (launches.length < MIN_LAUNCHES) throw tooFew(launches.length, joined.lines?.rowCount ?? 0);
  const lists = await readReturnLists(request.files, files, paced);
  const log = readSalesLog(joined, request.settings);
  const names = request.files.map(({ name: file }) => file);
  // Loaded on demand: most work of this worker is on tables without orders.
  const { learnOrders } = await import('../orders/learn-orders.ts');
  const study = log && (await learnOrders(log, names, paced));
  const table = derivedTable(launches, joined.currency);
  const file = new File([derivedCsv(table)], `${name}.csv`);
  const report = await importFile(
    {
      ...{ file, name, reading: AS_DETECTED, mapping: table.mapping },
      ...{ demand: demand?.() ?? null, orders: study },
      ...{
        dropColumns: [],
        dateOrder: null,
        sample: null,
        areLaunches: true,
        treatments: AS_DERIVED,
        horizonDays: request.settings.horizonDays,
        soldOnly: true,
      },
    },
    job,
  );
  for (const list of lists) await addReviews(report.datasetId, list);
  cache.clear();
  return report;
}

function tooFew(rowsUsed: number, rowsRead: number): AppError {
  return new AppError(
    'too-few-launches',
    `expected ${MIN_LAUNCHES} launches, got ${rowsUsed} from ${rowsRead} lines`,
    { rowsUsed, rowsRead, minimum: MIN_LAUNCHES },
  );
}

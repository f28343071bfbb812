import type { DemandPanel } from '#core/demand/series/demand-panel.ts';
import type { ImportReport } from '#core/import/columns/import-report.ts';
import { AppError } from '#core/base/errors.ts';
import { implausibleDensity } from '#core/import/schema/launch-density.ts';
import type { OrderStudy } from '#core/model/segments/order-study.ts';
import { plainRecipe } from '#core/import/recipe/recipe.ts';
import type { ImportRequest } from '#protocol/dataset-requests.ts';
import type { Job } from '#protocol/job.ts';
import { saveDataset } from '#storage/data/datasets.ts';
import { discardSource } from '#storage/data/sources.ts';
import { deleteOrphanRows, whileImporting } from '#storage/app/delete-orphans.ts';
import { ThrottledJob } from '#workers/runtime/throttled-job.ts';
import { FileCache } from './file-cache.ts';
import { columnsOf, requireValidMapping } from './read-launches.ts';
import { readingOf } from './read-source.ts';
import { storeSource } from './store-source.ts';

interface FileImport extends ImportRequest {
  /** Demand by week that is stored with the launches; null or absent where none is known. */
  readonly demand?: DemandPanel | null;
  /** What order lines told, which is stored with the launches; null or absent where none were read. */
  readonly orders?: OrderStudy | null;
}

/**
 * Imports a file: its columns as they are, then typed launches. The data set is created at the very end, in one
 * transaction. A stop or failure before leaves what was stored before, and nothing else. Throws AppError
 * launches-implausible where so many rows look unlike launches and nobody has confirmed them.
 */
export async function importFile(
  request: FileImport,
  job: Job,
  cache = new FileCache(),
): Promise<ImportReport> {
  const { file, reading, mapping, dropColumns, dateOrder, horizonDays, soldOnly, name, ...rest } =
    request;
  const { areLaunches, treatments, ...origin } = rest;
  const paced = new ThrottledJob(job);
  await paced.step({ phase: 'read', done: 0, total: file.size });
  await deleteOrphanRows();
  return whileImporting(async () => {
    const csv = await cache.open({ file, reading });
    const headers = csv.headers.filter((header) => !dropColumns.includes(header));
    requireValidMapping(mapping, headers);
    const recipe = {
      ...plainRecipe(mapping),
      ...{ dateOrder, ...(horizonDays !== undefined && { horizonDays }) },
      ...(soldOnly && { soldOnly }),
      ...(treatments && { treatments }),
    };
    const wanted = columnsOf(recipe, headers);
    const stored = await storeSource({ csv, dropped: dropColumns, wanted }, paced);
    const { source } = stored;
    try {
      const importedAt = Date.now();
      const { table, account } = await readingOf(stored, { recipe, importedAt }, paced);
      if (!areLaunches) requirePlausible(table.launchDay);
      const report = { name, ...account };
      const saved = await saveDataset(
        { ...origin, importedAt, report, table, source, recipe },
        {
          stop: job.signal,
          onChunk: (done, total) => paced.report({ phase: 'store', done, total }),
        },
      );
      cache.clear();
      return saved;
    } catch (error) {
      await discardSource(source.id);
      throw error;
    }
  });
}

/** Throws AppError launches-implausible with the facts that speak against launches. */
function requirePlausible(launchDay: Float64Array): void {
  const density = implausibleDensity(launchDay);
  if (density === null) return;
  const { launchCount, perMonth, onBusiestDay } = density;
  const found = `${launchCount} launches, ${Math.round(perMonth)} a month, ${onBusiestDay} on one day`;
  throw new AppError('launches-implausible', `expected rows that are launches, got ${found}`, {
    ...density,
  });
}

import type { ImportReport } from '#core/csv/import-report.ts';
import type { RebuildRequest } from '#protocol/dataset-worker.ts';
import type { Job } from '#protocol/job.ts';
import { loadReading, replaceLaunches } from '#storage/datasets.ts';
import { PacedJob } from './paced-job.ts';
import { readSource } from './read-source.ts';

/** Reads the stored file of a data set again, in another way. What was read before stays until the last step. */
export async function rebuildDataset(
  { datasetId, recipe }: RebuildRequest,
  job: Job,
): Promise<ImportReport> {
  const paced = new PacedJob(job);
  const { name, source, importedAt } = await loadReading(datasetId);
  const { table, account } = await readSource(source, { recipe, importedAt }, paced);
  const report = { name, ...account };
  return replaceLaunches(datasetId, { report, table, recipe }, job.signal);
}

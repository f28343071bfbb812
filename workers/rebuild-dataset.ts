import type { ImportReport } from '#core/csv/import-report.ts';
import { IssueLog } from '#core/csv/issue-log.ts';
import type { RebuildRequest } from '#protocol/dataset-worker.ts';
import type { Job } from '#protocol/job.ts';
import { loadReading, replaceLaunches } from '#storage/datasets.ts';
import { loadSource } from '#storage/sources.ts';
import { localToday } from './local-today.ts';
import { PacedJob } from './paced-job.ts';
import { columnsOf, launchesOf } from './read-launches.ts';

/** Reads the stored file of a data set again, in another way. What was read before stays until the last step. */
export async function rebuildDataset(
  { datasetId, recipe }: RebuildRequest,
  job: Job,
): Promise<ImportReport> {
  const paced = new PacedJob(job);
  const { name, source } = await loadReading(datasetId);
  const rows = await loadSource(source, columnsOf(recipe), job.signal);
  const log = new IssueLog(recipe.treatments);
  const options = { paced, log, today: localToday() };
  const { table, issues, ...account } = await launchesOf(rows, recipe, options);
  const report = { name, issues: [...source.issues, ...issues], ...account };
  return replaceLaunches(datasetId, { report, table, recipe }, job.signal);
}

import { mergeRecipes } from '#core/import/recipe/merge-recipes.ts';
import type { Rebuilt } from '#core/import/columns/rebuilt.ts';
import type { RebuildRequest } from '#protocol/dataset-requests.ts';
import type { Job } from '#protocol/job.ts';
import { loadReading, replaceLaunches } from '#storage/data/datasets.ts';
import { ThrottledJob } from '#workers/runtime/throttled-job.ts';
import { readSource } from './read-source.ts';

/**
 * Reads the stored file of a data set again, with another recipe. The launches read before stay until the last step.
 */
export async function rebuildDataset(request: RebuildRequest, job: Job): Promise<Rebuilt> {
  const { datasetId, base, recipe, isUndo = false } = request;
  const { name, source, importedAt, recipe: before } = await loadReading(datasetId);
  const { merged: after, conflicts: paths } = mergeRecipes(base, recipe, before);
  if (isUndo && paths.length > 0) return { status: 'disputed', now: before, undone: after, paths };
  const { table, account } = await readSource(
    source,
    { recipe: after, importedAt },
    new ThrottledJob(job),
  );
  const reading = { report: { name, ...account }, table, recipe: after, insteadOf: before };
  const report = await replaceLaunches(datasetId, reading, job.signal);
  // Another tab was faster: repeat, with its changes.
  return report ? { status: 'rebuilt', report, before, after } : rebuildDataset(request, job);
}

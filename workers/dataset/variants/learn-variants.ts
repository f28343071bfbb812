import { AppError } from '#core/base/errors.ts';
import { launchesInRows, variantHeaders } from '#core/planning/variants/launches-in-rows.ts';
import { learnVariants as learn } from '#core/planning/variants/learn-variants.ts';
import type { VariantCurves } from '#core/planning/variants/variant-curves.ts';
import type { VariantLaunch } from '#core/planning/variants/variant-launch.ts';
import type { LearnVariantsRequest } from '#protocol/dataset-requests.ts';
import type { Job } from '#protocol/job.ts';
import { loadReading } from '#storage/data/datasets.ts';
import { loadSource } from '#storage/data/sources.ts';
import { ThrottledJob } from '#workers/runtime/throttled-job.ts';

/**
 * Learns the size curves and the likings of colours from the stored file of a data set; from nothing where the file was
 * not kept. Throws AppError dataset-missing.
 */
export async function learnVariants(
  { datasetId }: LearnVariantsRequest,
  job: Job,
): Promise<VariantCurves> {
  const paced = new ThrottledJob(job);
  await paced.step({ phase: 'read', done: 0, total: null });
  const launches = await storedLaunches(datasetId, paced);
  await paced.step({ phase: 'learn', done: 0, total: null });
  return learn(launches);
}

async function storedLaunches(datasetId: number, paced: ThrottledJob): Promise<VariantLaunch[]> {
  try {
    const { source, recipe } = await loadReading(datasetId);
    const headers = variantHeaders(recipe, source.headers);
    return launchesInRows(await loadSource(source, headers, paced.signal), recipe);
  } catch (error) {
    const isGone =
      error instanceof AppError && ['source-missing', 'source-lost'].includes(error.code);
    if (isGone) return [];
    throw error;
  }
}

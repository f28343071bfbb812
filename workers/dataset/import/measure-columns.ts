import { columnWorths, type ColumnWorths } from '#core/evaluation/scorecard/column-worth.ts';
import type { MeasureRequest } from '#protocol/dataset-requests.ts';
import type { Job } from '#protocol/job.ts';
import { loadLaunchTable } from '#storage/data/datasets.ts';
import { ThrottledJob } from '#workers/runtime/throttled-job.ts';

/** Returns what each column that can be filled in is worth to predictions, from stored launches. */
export async function measureColumns(
  { datasetId, seed }: MeasureRequest,
  job: Job,
): Promise<ColumnWorths> {
  const paced = new ThrottledJob(job);
  const steps = columnWorths(await loadLaunchTable(datasetId), seed);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    await paced.step({ phase: 'measure', ...value });
  }
}

import type { TrainingProgress, TrainingReport } from '#core/launch/training-report.ts';
import { readingKey } from '#core/table/reading-key.ts';
import type { Job } from '#protocol/job.ts';
import type { TrainingRequest } from '#protocol/model-worker.ts';
import { loadDatasetSummary, loadLaunchTable } from '#storage/datasets.ts';
import { saveModel } from '#storage/models.ts';
import { fitLaunches } from './fit-launches.ts';
import type { ModelHost } from './model-host.ts';
import { TrainingClock } from './training-clock.ts';

/** Stored launches → trained model in storage. The model before stays until the new one is whole. */
export async function trainModel(
  request: TrainingRequest,
  job: Job<TrainingProgress>,
  host: ModelHost,
): Promise<TrainingReport> {
  const { datasetId, compute, settings } = request;
  const { report: imported, recipe } = await loadDatasetSummary(datasetId);
  const table = await loadLaunchTable(datasetId);
  const learnt = { readingKey: readingKey(imported, recipe), launchCount: table.rowCount };
  const engine = await host.openEngine(compute);
  const clock = new TrainingClock({
    job,
    backend: engine.choice,
    now: () => performance.now(),
    date: () => Date.now(),
    pause: () => host.pause(),
  });
  clock.enter('prepare');
  const model = await fitLaunches({ table, datasetId, settings, engine, clock });
  clock.enter('save');
  return (await saveModel({ ...model, report: { ...model.report, learnt } })).report;
}

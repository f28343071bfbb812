// What another worker fits for a training. Only the training knows the progress of the whole.

import type { FittedNet } from '#core/model/training/net-task.ts';
import type { Ridge } from '#core/model/ridge/ridge.ts';
import type { Job } from '#protocol/job.ts';
import type { FitProgress, OneNetRequest, OneRidgeRequest } from '#protocol/twin-worker.ts';
import { stoppable } from '#workers/runtime/breathe.ts';
import type { ModelHost } from '../engine/model-host.ts';
import { fitNetOnce } from './fit-net-once.ts';
import { fitRidgeOnce } from './fit-ridge-once.ts';
import { trainingJournal } from './stored-journal.ts';

/**
 * Fits one of several networks that are fitted in parallel. Throws AppError training-diverged or backend-unavailable.
 */
export async function fitOneNet(
  { datasetId, backend, task }: OneNetRequest,
  job: Job<FitProgress>,
  host: ModelHost,
): Promise<FittedNet> {
  const engine = await host.openEngine(backend);
  const journal = trainingJournal(datasetId, () => null);
  const total = task.stopAfter ?? task.settings.epochs;
  return fitNetOnce(
    task,
    (report, isKnown) => {
      const memoryBytes = engine.memoryBytes();
      job.report({ phase: 'fit', done: report.epoch, total, report, isKnown, memoryBytes });
    },
    {
      ...{ engine, journal, stop: job.signal, stops: job.stops },
      pause: stoppable(() => host.pause(), job.signal),
    },
  );
}

/** Fits one ridge. */
export function fitOneRidge(
  { datasetId, task }: OneRidgeRequest,
  job: Job,
  host: Pick<ModelHost, 'pause'>,
): Promise<Ridge> {
  const journal = trainingJournal(datasetId, () => null);
  return fitRidgeOnce(task, { journal, breathe: stoppable(() => host.pause(), job.signal) });
}

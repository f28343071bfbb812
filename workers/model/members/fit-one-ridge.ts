import type { Ridge } from '#core/model/ridge/ridge.ts';
import type { Job } from '#protocol/job.ts';
import type { OneRidgeRequest } from '#protocol/twin-worker.ts';
import { fitRidgeOnce } from './fit-ridge-once.ts';
import type { ModelHost } from '../engine/model-host.ts';
import { trainingJournal } from './stored-journal.ts';

/** Fits one ridge for a training in another worker. */
export function fitOneRidge(
  { datasetId, task }: OneRidgeRequest,
  job: Job,
  host: Pick<ModelHost, 'pause'>,
): Promise<Ridge> {
  const breathe = async () => {
    await host.pause();
    job.signal.throwIfAborted();
  };
  return fitRidgeOnce(task, { journal: trainingJournal(datasetId, () => null), breathe });
}

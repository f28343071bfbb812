import type { FittedNet } from '#core/model/training/net-task.ts';
import type { FitProgress, OneNetRequest } from '#protocol/twin-worker.ts';
import type { Job } from '#protocol/job.ts';
import { fitNetOnce } from './fit-net-once.ts';
import { trainingJournal } from './stored-journal.ts';
import type { ModelHost } from '../engine/model-host.ts';

/** Fits one of several networks that are fitted in parallel, in a worker of its own. */
export async function fitOneNet(
  { datasetId, backend, task }: OneNetRequest,
  job: Job<FitProgress>,
  host: ModelHost,
): Promise<FittedNet> {
  const engine = await host.openEngine(backend);
  // Only the training knows the progress of the whole.
  const journal = trainingJournal(datasetId, () => null);
  const pause = async () => {
    await host.pause();
    job.signal.throwIfAborted();
  };
  const total = task.stopAfter ?? task.settings.epochs;
  return fitNetOnce(
    task,
    (report, isKnown) => {
      const memoryBytes = engine.memoryBytes();
      job.report({ phase: 'fit', done: report.epoch, total, report, isKnown, memoryBytes });
    },
    { engine, journal, stop: job.signal, pause },
  );
}

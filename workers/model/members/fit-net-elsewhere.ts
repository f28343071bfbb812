import type { BackendName } from '#core/model/training/training-report.ts';
import type { FittedNet, NetTask, OnEpoch } from '#core/model/training/net-task.ts';
import type { NetWeights } from '#core/model/net/net.ts';
import type { FitProgress } from '#protocol/twin-worker.ts';
import type { WorkerPool } from '#workers/runtime/worker-pool.ts';
import type { FitEnds } from './fit-net.ts';
import { knownNet } from './fit-net-once.ts';
import type { Journal } from '#workers/runtime/journal.ts';

interface NetFits {
  readonly datasetId: number;
  readonly backend: BackendName;
  readonly pool: WorkerPool;
  readonly journal: Journal;
}

/**
 * Fits a network in another worker, and tells of each epoch once. Throws AppError training-diverged, and what ended the
 * worker.
 */
export async function fitNetElsewhere(
  task: NetTask,
  onEpoch: OnEpoch,
  { datasetId, backend, pool, journal, drop, stops }: NetFits & FitEnds,
): Promise<NetWeights> {
  // No worker is started for a fit that was given up before.
  const known = drop?.aborted ? await knownNet(task, journal) : undefined;
  if (known) {
    for (const report of known.reports) onEpoch(report, true);
    return known.net;
  }
  let heard = 0;
  const { net, reports } = await pool.run<FittedNet, FitProgress>(
    (worker, job) => worker.fitOneNet({ datasetId, backend, task }, job),
    {
      onProgress: ({ report, isKnown }) => {
        heard = report.epoch;
        onEpoch(report, isKnown);
      },
      ...{ drop, stops },
    },
  );
  // The last reports may come after the result, and are then not received.
  for (const report of reports.slice(heard)) onEpoch(report, false);
  return net;
}

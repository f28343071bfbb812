import { fitNetElsewhere } from './fit-net-elsewhere.ts';
import type { NetHost } from './fit-net-once.ts';
import { fitNetsHere } from './fit-nets-here.ts';
import type { FitRequest } from './fit-request.ts';
import type { ModelHost } from '../engine/model-host.ts';
import { WorkerPool } from '#workers/runtime/worker-pool.ts';

interface Fits extends Pick<FitRequest, 'fitNet' | 'fitRidgeElsewhere'> {
  /** Other workers of this training; null where the machine allows none. */
  readonly pool: WorkerPool | null;
  /** Bytes held for it in other workers. */
  readonly memoryBytes: () => number;
}

/**
 * Opens the fitting of base models. A GPU fits networks here, one after another; WASM in as many workers as the machine
 * allows. `fitNet` throws AppError training-diverged either way.
 */
export function openFits(
  asked: NetHost & {
    readonly datasetId: number;
    readonly host: ModelHost;
    readonly stop: AbortSignal;
  },
): Fits {
  const { datasetId, engine, host, journal, stop } = asked;
  const { name: backend } = engine.choice;
  if (host.fitWorkers === 0)
    return { pool: null, fitNet: fitNetsHere(asked), memoryBytes: () => 0 };
  const pool = new WorkerPool({ size: host.fitWorkers, spawn: () => host.startFitWorker(), stop });
  return {
    pool,
    fitNet:
      backend === 'webgpu'
        ? fitNetsHere(asked)
        : (task, onEpoch, ends) =>
            fitNetElsewhere(task, onEpoch, { datasetId, backend, pool, journal, ...ends }),
    fitRidgeElsewhere: (task) =>
      pool.runIfIdle((worker, job) => worker.fitOneRidge({ datasetId, task }, job)),
    memoryBytes: () => pool.memoryBytes,
  };
}

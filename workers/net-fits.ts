import type { FitNet } from '#core/model/net-task.ts';
import type { EngineSession } from '#learning/session.ts';
import { fitNetsHere } from './fit-nets-here.ts';
import { FitPool } from './fit-pool.ts';
import type { Journal } from './journal.ts';
import type { ModelHost } from './model-host.ts';

interface NetFits {
  readonly fit: FitNet;
  /** Bytes held for it in other workers. */
  readonly memoryBytes: () => number;
}

/**
 * Opens the fitting of networks. A GPU fits them here, one after another; WASM in as many workers as the machine
 * allows.
 * @param stop ends those workers too
 */
export function openNetFits({
  datasetId,
  engine,
  journal,
  host,
  stop,
  pause,
}: {
  readonly datasetId: number;
  readonly engine: EngineSession;
  readonly journal: Journal;
  readonly host: ModelHost;
  readonly stop: AbortSignal;
  readonly pause: () => Promise<void>;
}): NetFits {
  const { name: backend } = engine.choice;
  if (backend === 'webgpu' || host.fitWorkers === 0) {
    return { fit: fitNetsHere({ engine, journal, stop, pause }), memoryBytes: () => 0 };
  }
  const spawn = () => host.startFitWorker();
  const pool = new FitPool({ datasetId, backend, size: host.fitWorkers, spawn, stop });
  return {
    fit: (task, onEpoch) => pool.fit(task, onEpoch),
    memoryBytes: () => pool.memoryBytes,
  };
}

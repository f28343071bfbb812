import type { FitNet } from '#core/model/net-task.ts';
import type { EngineSession } from '#learning/session.ts';
import { fitNetsHere } from './fit-nets-here.ts';
import { FitPool } from './fit-pool.ts';
import type { Journal } from './journal.ts';
import type { ModelHost } from './model-host.ts';

interface NetFits {
  readonly fit: FitNet;
  /** Held for it elsewhere. */
  readonly memoryBytes: () => number;
}

/**
 * A GPU is one, and fits nets one after another here; WASM does so in as many workers as the machine bears.
 * @param stop ends those workers, too
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

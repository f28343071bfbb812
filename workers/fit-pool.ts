// Fits networks in parallel, each in a worker of its own: WASM has one thread, and a machine has more.

import type { BackendName } from '#core/launch/training-report.ts';
import type { FittedNet, NetTask, OnEpoch } from '#core/model/net-task.ts';
import type { NetWeights } from '#core/model/net.ts';
import { sum } from '#core/statistics.ts';
import type { FitProgress, FitWorker } from '#protocol/fit-worker.ts';
import { WorkerHandle, type WorkerLike } from '#protocol/worker-handle.ts';

interface PoolOptions {
  readonly size: number;
  readonly spawn: () => WorkerLike;
  readonly datasetId: number;
  readonly backend: BackendName;
  /** Ends all workers and what they are doing. */
  readonly stop: AbortSignal;
}

export class FitPool {
  readonly #options: PoolOptions;
  readonly #handles: readonly WorkerHandle<FitWorker>[];
  readonly #idle: WorkerHandle<FitWorker>[];
  readonly #memoryBytes = new Map<WorkerHandle<FitWorker>, number>();
  readonly #waiting: ((handle: WorkerHandle<FitWorker>) => void)[] = [];

  constructor(options: PoolOptions) {
    this.#options = options;
    this.#handles = Array.from({ length: options.size }, () => new WorkerHandle(options.spawn));
    this.#idle = [...this.#handles];
    options.stop.addEventListener('abort', () => this.#end(), { once: true });
  }

  /** Bytes that the workers hold, as last reported. */
  get memoryBytes(): number {
    return sum(this.#memoryBytes.values());
  }

  /** Fits a network. As many run at once as there are workers; the others wait in order. */
  async fit(task: NetTask, onEpoch: OnEpoch): Promise<NetWeights> {
    const handle = await this.#take();
    try {
      return await this.#fitBy(handle, task, onEpoch);
    } finally {
      const next = this.#waiting.shift();
      if (next) next(handle);
      else this.#idle.push(handle);
    }
  }

  #end(): void {
    const reason = this.#options.stop.reason as Error;
    for (const handle of this.#handles) handle.terminate(reason);
    this.#memoryBytes.clear();
  }

  #take(): Promise<WorkerHandle<FitWorker>> {
    const handle = this.#idle.pop();
    return handle ? Promise.resolve(handle) : new Promise((resolve) => this.#waiting.push(resolve));
  }

  async #fitBy(
    handle: WorkerHandle<FitWorker>,
    task: NetTask,
    onEpoch: OnEpoch,
  ): Promise<NetWeights> {
    const { datasetId, backend } = this.#options;
    let heard = 0;
    const { net, reports } = await handle.run<FittedNet, FitProgress>(
      (worker, job) => worker.fitOneNet({ datasetId, backend, task }, job),
      {
        onProgress: ({ report, isKnown, memoryBytes }) => {
          heard = report.epoch;
          this.#memoryBytes.set(handle, memoryBytes);
          onEpoch(report, isKnown);
        },
      },
    );
    // The last reports may come after the result, and are then not received.
    for (const report of reports.slice(heard)) onEpoch(report, false);
    return net;
  }
}

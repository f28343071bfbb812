// Other workers of this worker's script, which share its work: WASM has one thread, and a machine has more.

import type { Remote } from 'comlink';
import type { Progress } from '#core/base/progress.ts';
import { sum } from '#core/base/statistics/statistics.ts';
import type { Job } from '#protocol/job.ts';
import type { PartStops } from '#protocol/part-stops.ts';
import type { TwinWorker } from '#protocol/twin-worker.ts';
import { WorkerHandle, type WorkerLike } from '#protocol/worker-handle.ts';

interface PoolOptions {
  readonly size: number;
  readonly spawn: () => WorkerLike | Promise<WorkerLike>;
  /** Ends all workers and what they are doing. */
  readonly stop: AbortSignal;
}

/** Work for one worker, which may tell how many bytes the worker holds. */
type Call<T, P extends Progress> = (worker: Remote<TwinWorker>, job: Job<P>) => Promise<T>;

interface Holding extends Progress {
  readonly memoryBytes?: number;
}

interface CallOptions<P extends Progress> {
  readonly onProgress?: (progress: P) => void;
  /** Ends this call alone, which then fails. */
  readonly drop?: AbortSignal | undefined;
  readonly stops?: PartStops | undefined;
}

type Run = <T, P extends Holding>(call: Call<T, P>, options?: CallOptions<P>) => Promise<T>;

type Handle = WorkerHandle<TwinWorker>;

export class WorkerPool {
  readonly size: number;
  readonly #handles: readonly Handle[];
  readonly #idle: Handle[];
  readonly #memoryBytes = new Map<Handle, number>();
  readonly #stop: AbortSignal;
  readonly #waiting: ((handle: Handle) => void)[] = [];

  constructor({ size, spawn, stop }: PoolOptions) {
    this.size = size;
    this.#stop = stop;
    this.#handles = Array.from({ length: size }, () => new WorkerHandle<TwinWorker>(spawn));
    this.#idle = [...this.#handles];
    stop.addEventListener('abort', () => this.#end(stop.reason as Error), { once: true });
  }

  /** Bytes that the workers hold, as last reported. */
  get memoryBytes(): number {
    return sum(this.#memoryBytes.values());
  }

  /** Runs a call. As many run at once as there are workers; the others wait in order. */
  run<T, P extends Holding>(call: Call<T, P>, options?: CallOptions<P>): Promise<T> {
    return this.lend((run) => run(call, options));
  }

  /** Runs a call in a worker that has nothing to do; returns null where there is none. */
  runIfIdle<T>(call: Call<T, Progress>): Promise<T> | null {
    return this.#idle.length > 0 ? this.run(call) : null;
  }

  /** Lends a worker for calls that need the same one, as soon as one is free. */
  async lend<T>(use: (run: Run) => Promise<T>): Promise<T> {
    const idle = this.#idle.pop();
    const handle = idle ?? (await new Promise<Handle>((resolve) => this.#waiting.push(resolve)));
    try {
      return await use((call, { onProgress, drop, stops } = {}) => {
        return handle.run(call, {
          // Without it, an ended worker would start again.
          signal: drop ? AbortSignal.any([this.#stop, drop]) : this.#stop,
          ...(stops && { stops }),
          onProgress: (progress) => {
            const { memoryBytes } = progress;
            if (memoryBytes !== undefined) this.#memoryBytes.set(handle, memoryBytes);
            onProgress?.(progress);
          },
        });
      });
    } finally {
      const next = this.#waiting.shift();
      if (next) next(handle);
      else this.#idle.push(handle);
    }
  }

  #end(reason: Error): void {
    for (const handle of this.#handles) handle.terminate(reason);
    this.#memoryBytes.clear();
  }
}

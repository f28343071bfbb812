import type { BackendName } from '#core/model/training/training-report.ts';
import type { PoolReader } from './read-texts.ts';
import type { WorkerPool } from '../runtime/worker-pool.ts';

/** Returns, for each worker of the pool, how it reads names. A GPU reads faster than all of them. */
export function poolReaders(
  pool: WorkerPool | null | undefined,
  {
    backend,
    weights,
  }: { readonly backend: BackendName; readonly weights: Uint8Array<ArrayBuffer> },
): PoolReader[] {
  if (!pool || backend === 'webgpu') return [];
  return Array.from(
    { length: pool.size },
    (): PoolReader => (read) =>
      pool.lend(async (run) => {
        try {
          await run((worker) => worker.openEncoder({ backend, weights }));
        } catch {
          return; // without its help; a stop is heard here, too
        }
        await read((batches) => run((worker, job) => worker.embedBatches(batches, job)));
        await run((worker) => worker.closeEncoder());
      }),
  );
}

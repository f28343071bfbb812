// What is stored or read part by part holds one lock as long as it lasts, beside all others; who deletes everything wants it alone. It is
// not the sweeper's, which would have to wait for a training.

import { AppError } from '#core/errors.ts';

const LOCK = 'debut-storing';

/** Not every browser and no server has them. */
const locks = () => (globalThis as { navigator?: { locks?: LockManager } }).navigator?.locks;

/** Never within another: who wants to delete everything comes in between, and both would wait for each other. */
export async function whileStoring<T>(work: () => Promise<T>): Promise<T> {
  const manager = locks();
  return manager ? await manager.request(LOCK, { mode: 'shared' }, work) : work();
}

/** Throws AppError work-elsewhere, and nothing is done, where others go on for longer. What begins later waits. */
export async function whileNobodyStores<T>(patienceMs: number, work: () => Promise<T>): Promise<T> {
  const manager = locks();
  if (!manager) return work();
  const turn = { hasCome: false };
  try {
    return await manager.request(LOCK, { signal: AbortSignal.timeout(patienceMs) }, async () => {
      turn.hasCome = true;
      return await work();
    });
  } catch (error) {
    if (turn.hasCome) throw error;
    const message = `expected all work to stop within ${patienceMs} ms, got none`;
    throw new AppError('work-elsewhere', message, {}, { cause: error });
  }
}

// Work that stores or reads part by part holds a shared lock while it runs; deleting everything needs that lock
// exclusively. It is not the lock of the sweep, which would have to wait for a training run.

import { AppError } from '#core/base/errors.ts';

const LOCK = 'debut-storing';

/** Returns Web Locks; undefined on servers and in some browsers. */
const locks = () => (globalThis as { navigator?: { locks?: LockManager } }).navigator?.locks;

/**
 * Runs work under the shared lock. Must not be nested: with a deletion waiting in between, both would wait for each
 * other.
 */
export async function whileStoring<T>(work: () => Promise<T>): Promise<T> {
  const manager = locks();
  return manager ? await manager.request(LOCK, { mode: 'shared' }, work) : work();
}

/**
 * Runs work under the exclusive lock; work that begins later waits.
 * Throws AppError work-elsewhere, and does nothing, where others hold the lock for longer than `patienceMs`.
 */
export async function whileNobodyStores<T>(patienceMs: number, work: () => Promise<T>): Promise<T> {
  const manager = locks();
  if (!manager) return work();
  const message = `expected all work to stop within ${patienceMs} ms, got none`;
  const refusal = (cause: unknown) => new AppError('work-elsewhere', message, {}, { cause });
  return underExclusiveLock(manager, { name: LOCK, patienceMs, refusal }, work);
}

/**
 * Runs work under an exclusive lock.
 * @param refusal returns the error to throw where others hold the lock for longer than `patienceMs`
 */
export async function underExclusiveLock<T>(
  locks: LockManager,
  {
    name,
    patienceMs,
    refusal,
  }: {
    readonly name: string;
    readonly patienceMs: number;
    readonly refusal: (cause: unknown) => Error;
  },
  work: () => Promise<T>,
): Promise<T> {
  const turn = { hasCome: false };
  try {
    return await locks.request(name, { signal: AbortSignal.timeout(patienceMs) }, async () => {
      turn.hasCome = true;
      return await work();
    });
  } catch (error) {
    throw turn.hasCome ? error : refusal(error);
  }
}

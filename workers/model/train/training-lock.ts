import { AppError } from '#core/base/errors.ts';
import { underExclusiveLock } from '#storage/database/work-lock.ts';

/** Milliseconds to wait: a worker that ended a moment ago still holds its lock. */
const PATIENCE_MS = 1_500;

/**
 * Trains unless another tab trains from the same launches: two would delete each other's checkpoints. Throws AppError
 * trained-elsewhere.
 */
export async function withTrainingLock<T>(
  locks: LockManager | undefined,
  datasetId: number,
  train: () => Promise<T>,
): Promise<T> {
  if (!locks) return train();
  const name = `debut-training-${datasetId}`;
  const message = `expected no other tab to train from ${datasetId}`;
  const refusal = (cause: unknown) => new AppError('trained-elsewhere', message, {}, { cause });
  return underExclusiveLock(locks, { name, patienceMs: PATIENCE_MS, refusal }, train);
}

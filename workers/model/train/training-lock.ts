import { AppError } from '#core/base/errors.ts';

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
  const patience = AbortSignal.timeout(PATIENCE_MS);
  const turn = { hasCome: false };
  try {
    return await locks.request(`debut-training-${datasetId}`, { signal: patience }, async () => {
      turn.hasCome = true;
      return await train();
    });
  } catch (error) {
    if (turn.hasCome) throw error;
    const message = `expected no other tab to train from ${datasetId}`;
    throw new AppError('trained-elsewhere', message, {}, { cause: error });
  }
}

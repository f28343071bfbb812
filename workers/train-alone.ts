import { AppError } from '#core/errors.ts';

/** One tab at a time trains from the same launches: two would take each other's checkpoints away. */
export async function trainAlone<T>(
  locks: LockManager | undefined,
  datasetId: number,
  train: () => Promise<T>,
): Promise<T> {
  if (!locks) return train();
  return locks.request(`debut-training-${datasetId}`, { ifAvailable: true }, async (lock) => {
    if (lock) return await train();
    throw new AppError('trained-elsewhere', `expected no other tab to train from ${datasetId}`);
  });
}

import { database } from '../database/database.ts';

/** Selects all checkpoints of a data set, including parts of planning runs, whose keys are negative. */
export function checkpointRange(datasetId: number) {
  return database.checkpoints.where('[datasetId+key]').between([datasetId], [datasetId, []]);
}

/**
 * Deletes the unfinished training run of a data set and all checkpoints. Needs a transaction on runs and checkpoints.
 */
export async function deleteRunRows(datasetId: number): Promise<void> {
  await Promise.all([database.runs.delete(datasetId), checkpointRange(datasetId).delete()]);
}

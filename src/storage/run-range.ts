import { database } from './database.ts';

export function checkpointRange(datasetId: number) {
  return database.checkpoints.where('[datasetId+key]').between([datasetId], [datasetId, []]);
}

/** Inside a transaction on runs and checkpoints. */
export async function forgetRun(datasetId: number): Promise<void> {
  await Promise.all([database.runs.delete(datasetId), checkpointRange(datasetId).delete()]);
}

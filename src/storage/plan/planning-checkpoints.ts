// Stores parts of a planning run over many products, so it can go on after its tab was closed. All parts are deleted
// once the plans are stored.

import { database } from '../database/database.ts';
import { withStorage } from '../database/quota.ts';

/**
 * Returns a stored part; undefined where there is none.
 * @param key number that identifies its inputs, above 0
 */
export async function loadPlanningCheckpoint(datasetId: number, key: number): Promise<unknown> {
  const record = await withStorage(() => database.checkpoints.get([datasetId, placeOf(key)]));
  return record?.value;
}

/**
 * Stores a part; does nothing where the data set was removed meanwhile.
 * Throws AppError storage-full where there is no room.
 */
export function savePlanningCheckpoint(
  datasetId: number,
  key: number,
  value: unknown,
): Promise<void> {
  const { datasets, checkpoints } = database;
  return withStorage(() =>
    database.transaction('rw', datasets, checkpoints, async () => {
      if (!(await datasets.get(datasetId))) return;
      await checkpoints.put({ datasetId, key: placeOf(key), value });
    }),
  );
}

/** Deletes all planned parts of a data set. Needs a transaction on checkpoints. */
export async function deletePlanningCheckpoints(datasetId: number): Promise<void> {
  await database.checkpoints
    .where('[datasetId+key]')
    .between([datasetId, -Infinity], [datasetId, 0])
    .delete();
}

/** Returns a key below 0; keys above 0 belong to checkpoints of training runs. */
function placeOf(key: number): number {
  return -key;
}

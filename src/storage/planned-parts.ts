// What a planning of many products has made so far, so that it can go on after its tab was closed. All of it goes once the plans are stored.

import { database } from './database.ts';
import { withStorage } from './quota.ts';

/** @param key of what goes into it, above 0 */
export async function loadPlannedPart(datasetId: number, key: number): Promise<unknown> {
  const record = await withStorage(() => database.checkpoints.get([datasetId, placeOf(key)]));
  return record?.value;
}

/** Nothing where the data set was removed meanwhile. Throws an AppError 'storage-full' where there is no room. */
export function keepPlannedPart(datasetId: number, key: number, value: unknown): Promise<void> {
  const { datasets, checkpoints } = database;
  return withStorage(() =>
    database.transaction('rw', datasets, checkpoints, async () => {
      if (!(await datasets.get(datasetId))) return;
      await checkpoints.put({ datasetId, key: placeOf(key), value });
    }),
  );
}

/** Inside a transaction on checkpoints. */
export async function dropPlannedParts(datasetId: number): Promise<void> {
  await database.checkpoints
    .where('[datasetId+key]')
    .between([datasetId, -Infinity], [datasetId, 0])
    .delete();
}

/** Below 0: apart from what trainings made, whose keys are above. */
function placeOf(key: number): number {
  return -key;
}

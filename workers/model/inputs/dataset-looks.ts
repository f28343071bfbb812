// How products look, which training, planning, explaining and studying add to their tables.

import type { LaunchTable } from '#core/launch/launch-table.ts';
import { loadLooks } from '#storage/data/pictures.ts';

/** Returns the launches with how products of the data set look; as they are where it has no pictures. */
export async function withLooks(table: LaunchTable, datasetId: number): Promise<LaunchTable> {
  const looks = await loadLooks(datasetId);
  return looks.size > 0 ? { ...table, looks } : table;
}

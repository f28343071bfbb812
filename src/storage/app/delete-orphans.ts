// Deletes rows that belong to no data set: an interrupted import or restoration leaves them. Runs before the next
// import.

import { database } from '../database/database.ts';
import {
  deleteRowsOf,
  tablesByIndex,
  tablesByKey,
  tablesByRange,
  type AnyTable,
} from '../data/dataset-rows.ts';
import { withStorage } from '../database/quota.ts';
import { sourceRange } from '../data/sources.ts';
import { whileStoring } from '../database/work-lock.ts';

/** Name of the lock that every import shares; the sweep needs it exclusively. */
const LOCK = 'debut-sources';

/** Runs an import. Meanwhile neither the sweep nor the deletion of everything runs. */
export function whileImporting<T>(work: () => Promise<T>): Promise<T> {
  return whileStoring(async () => {
    return locks ? await locks.request(LOCK, { mode: 'shared' }, work) : work();
  });
}

/** Deletes rows that belong to no data set, unless an import runs in any tab. */
export async function deleteOrphanRows(): Promise<void> {
  if (!locks) return removeOrphans();
  await locks.request(LOCK, { ifAvailable: true }, (lock) => (lock ? removeOrphans() : undefined));
}

/** Web Locks; undefined on servers and in some browsers. */
const { locks } = (globalThis as { navigator?: { locks?: LockManager } }).navigator ?? {};

async function removeOrphans(): Promise<void> {
  await withStorage(() =>
    database.transaction('rw', database.tables, async () => {
      const datasets = await database.datasets.toArray();
      const known = new Set(datasets.map(({ source }) => source?.id));
      const keys = await database.sources.toCollection().keys();
      const ids = new Set(keys.map((key) => (key as unknown as [string])[0]));
      for (const id of ids) if (!known.has(id)) await sourceRange(id).delete();
      await removeRowsOfNone(new Set(datasets.map(({ id }) => id)));
    }),
  );
}

/** Deletes all rows of data sets that do not exist, left by an interrupted restoration. */
async function removeRowsOfNone(known: ReadonlySet<number>): Promise<void> {
  const ids = new Set<number>();
  for (const table of tablesByKey()) await collect(table.toCollection().primaryKeys(), ids);
  for (const table of tablesByIndex()) await collect(table.orderBy('datasetId').uniqueKeys(), ids);
  for (const table of tablesByRange()) await collectRanges(table, ids);
  for (const id of ids) if (!known.has(id)) await deleteRowsOf(id);
}

async function collect(keys: PromiseLike<unknown>, ids: Set<number>): Promise<void> {
  for (const id of (await keys) as number[]) ids.add(id);
}

/** Collects data set IDs: jumps from the first key of one data set to the first of the next. */
async function collectRanges(table: AnyTable, ids: Set<number>): Promise<void> {
  for (let after: unknown[] = []; ;) {
    const [key] = await table.where(':id').above(after).limit(1).primaryKeys();
    if (key === undefined) return;
    const [id] = key as [number];
    ids.add(id);
    after = [id, []];
  }
}

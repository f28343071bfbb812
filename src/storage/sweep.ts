// What an import or a restored project left half-way belongs to no data set; it is swept away before the next one.

import { database } from './database.ts';
import {
  deleteRowsOf,
  tablesByIndex,
  tablesByKey,
  tablesByRange,
  type AnyTable,
} from './dataset-rows.ts';
import { withStorage } from './quota.ts';
import { sourceRange } from './sources.ts';
import { whileStoring } from './work-lock.ts';

/** Held by everyone who is importing; the sweeper wants it alone. */
const LOCK = 'debut-sources';

/** Keeps the sweeper away while work goes on, and who deletes everything. */
export function whileImporting<T>(work: () => Promise<T>): Promise<T> {
  return whileStoring(async () => {
    return locks ? await locks.request(LOCK, { mode: 'shared' }, work) : work();
  });
}

/** Removes what belongs to no data set, unless an import is under way, in whichever tab. */
export async function sweepSources(): Promise<void> {
  if (!locks) return removeOrphans();
  await locks.request(LOCK, { ifAvailable: true }, (lock) => (lock ? removeOrphans() : undefined));
}

/** Not every browser and no server has them. */
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

/** All rows of data sets that are not there: what was restored half-way. */
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

/** From the first key of one data set to the first of the next. */
async function collectRanges(table: AnyTable, ids: Set<number>): Promise<void> {
  for (let after: unknown[] = []; ;) {
    const [key] = await table.where(':id').above(after).limit(1).primaryKeys();
    if (key === undefined) return;
    const [id] = key as [number];
    ids.add(id);
    after = [id, []];
  }
}

import type { Table } from 'dexie';
import { conflictsOf, type RecordChange, type RecordConflict } from '#core/record-change.ts';

export interface TakeBackOptions {
  /** Whatever became of the records since. */
  readonly isForced?: boolean;
}

/**
 * Takes all changes back, or none. Belongs into a transaction.
 * @returns what has been changed otherwise since: then nothing was done, unless it was forced
 */
export async function takeBack<T extends Insert, Insert>(
  table: Table<T, number, Insert>,
  changes: readonly RecordChange<T>[],
  { isForced = false }: TakeBackOptions = {},
): Promise<readonly RecordConflict<T>[]> {
  const ids = changes.map(({ id }) => id);
  const stored = await table.bulkGet(ids);
  const conflicts = conflictsOf(changes, (id) => stored[ids.indexOf(id)] ?? null);
  if (conflicts.length > 0 && !isForced) return conflicts;
  await table.bulkDelete(changes.filter(({ before }) => before === null).map(({ id }) => id));
  await table.bulkPut(changes.flatMap(({ before }) => before ?? []));
  return [];
}

/** A change to what is kept in a field of a record. */
export interface ValueChange<T> {
  readonly before: T;
  readonly after: T;
}

/** What the field has become since, and keeps. */
export interface ValueConflict<T> {
  readonly now: T;
}

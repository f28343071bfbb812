import type { Table } from 'dexie';
import { conflictsOf, type RecordChange, type RecordConflict } from '#core/base/record-change.ts';

export interface UndoOptions {
  /** Whether to undo even records that have been changed since. */
  readonly isForced?: boolean;
}

/**
 * Undoes all changes or none. Needs a transaction.
 * @returns records that have been changed again since; then nothing is done, unless forced
 */
export async function undoChanges<T extends Insert, Insert>(
  table: Table<T, number, Insert>,
  changes: readonly RecordChange<T>[],
  { isForced = false }: UndoOptions = {},
): Promise<readonly RecordConflict<T>[]> {
  const ids = changes.map(({ id }) => id);
  const stored = await table.bulkGet(ids);
  const conflicts = conflictsOf(changes, (id) => stored[ids.indexOf(id)] ?? null);
  if (conflicts.length > 0 && !isForced) return conflicts;
  await table.bulkDelete(changes.filter(({ before }) => before === null).map(({ id }) => id));
  await table.bulkPut(changes.flatMap(({ before }) => before ?? []));
  return [];
}

/** A change of a value in one field of a record. */
export interface ValueChange<T> {
  readonly before: T;
  readonly after: T;
}

/** Current value of a field that has been changed again since; it stays. */
export interface ValueConflict<T> {
  readonly now: T;
}

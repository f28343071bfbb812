// Changes that an action made to stored records, and how to undo them. They are undone only where the record is still
// as the action left it, because another tab may have changed it since.

/** A change of one record; null where it did not exist. */
export interface RecordChange<T, Id = number> {
  readonly id: Id;
  readonly before: T | null;
  readonly after: T | null;
}

/** A change whose undo would also undo a later one. */
export interface RecordConflict<T> extends RecordChange<T> {
  readonly now: T | null;
}

/** Returns whether two plain records are equal. */
export function isSameRecord(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/**
 * Returns whether the record changed again since. A record that is already back to `before` needs no undo, so it does
 * not count.
 */
export function isChangedSince(
  { before, after }: { readonly before: unknown; readonly after: unknown },
  now: unknown,
): boolean {
  return !isSameRecord(now, after) && !isSameRecord(now, before);
}

/**
 * Returns the changes that conflict with later ones.
 * @param now returns a record as it is stored now
 */
export function conflictsOf<T>(
  changes: readonly RecordChange<T>[],
  now: (id: number) => T | null,
): readonly RecordConflict<T>[] {
  return changes
    .map((change) => ({ ...change, now: now(change.id) }))
    .filter((change) => isChangedSince(change, change.now));
}

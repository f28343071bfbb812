// What a deed did to stored records, and how it is taken back: only where they are still as it left them. Another tab may have changed them since.

/** null: it was not there. */
export interface RecordChange<T, Id = number> {
  readonly id: Id;
  readonly before: T | null;
  readonly after: T | null;
}

/** A change that cannot be taken back without taking back another's, too. */
export interface RecordConflict<T> extends RecordChange<T> {
  readonly now: T | null;
}

/** Whether two versions of a plain record say the same. */
export function isSameRecord(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Whether something else became of it since. What is there again, or gone already, asks for nothing. */
export function isChangedSince(
  { before, after }: { readonly before: unknown; readonly after: unknown },
  now: unknown,
): boolean {
  return !isSameRecord(now, after) && !isSameRecord(now, before);
}

/** @param now gives a record as it is stored now */
export function conflictsOf<T>(
  changes: readonly RecordChange<T>[],
  now: (id: number) => T | null,
): readonly RecordConflict<T>[] {
  return changes
    .map((change) => ({ ...change, now: now(change.id) }))
    .filter((change) => isChangedSince(change, change.now));
}

import { database } from './database.ts';

/**
 * outdated: another tab runs a newer version and the database is now its own; this one must be reloaded.
 * blocked: this tab waits until an older one is closed.
 */
export type TabConflict = 'outdated' | 'blocked';

const listeners = new Set<(conflict: TabConflict) => void>();

export function onTabConflict(listener: (conflict: TabConflict) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

// Dexie would reopen by itself, even a database of a newer version: two versions must never write to the same one.
database.on('versionchange', () => {
  database.close({ disableAutoOpen: true });
  tell('outdated');
  return false;
});

database.on('blocked', () => tell('blocked'));

function tell(conflict: TabConflict): void {
  for (const listener of listeners) listener(conflict);
}

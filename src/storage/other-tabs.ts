import { AppError } from '#core/errors.ts';
import { database, SCHEMA_VERSION } from './database.ts';
import { debutVersion } from './own-version.ts';

/**
 * outdated: a newer version of the app has made the database its own, and this tab must be reloaded.
 * blocked: this tab waits until an older one is closed.
 */
export type TabConflict = 'outdated' | 'blocked';

/** Null: what stood in the way is gone. */
type Listener = (conflict: TabConflict | null) => void;

const listeners = new Set<Listener>();
let conflict: TabConflict | null = null;

/** Told of what stands in the way now, too. */
export function onTabConflict(listener: Listener): () => void {
  listeners.add(listener);
  if (conflict) listener(conflict);
  return () => listeners.delete(listener);
}

// Left to itself Dexie reopens a database after a newer version took it, and opens one that is newer than the code, but
// two versions must never write to the same one. Returning false keeps its own handlers from running.
database.on('versionchange', () => {
  leave();
  return false;
});

database.on('ready', requireOwnVersion, true);

database.on('blocked', () => {
  tell('blocked');
  return false;
});

function requireOwnVersion(): void {
  const installed = debutVersion(database.backendDB());
  if (installed > SCHEMA_VERSION) {
    leave();
    throw new AppError('storage-failed', `expected version ${SCHEMA_VERSION}, got ${installed}`);
  }
  tell(null);
}

function leave(): void {
  database.close({ disableAutoOpen: true });
  tell('outdated');
}

function tell(now: TabConflict | null): void {
  conflict = now;
  for (const listener of listeners) listener(conflict);
}

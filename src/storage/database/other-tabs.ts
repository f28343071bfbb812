import { AppError } from '#core/base/errors.ts';
import { databaseStillExists } from './first-use.ts';
import { database, SCHEMA_VERSION } from './database.ts';
import { debutVersion } from './schema-version.ts';

/**
 * outdated: a newer version of the app has upgraded the database, so this tab must be reloaded.
 * deleted: another page or the browser has deleted the database with all its contents, so this tab must be reloaded.
 * blocked: this tab waits until an older one is closed.
 */
export type TabConflict = 'outdated' | 'deleted' | 'blocked';

/** Receives a conflict; null once it is resolved. */
type Listener = (conflict: TabConflict | null) => void;

const listeners = new Set<Listener>();
let conflict: TabConflict | null = null;

/** Registers a listener, and calls it at once where there is a conflict. Returns a function that removes it. */
export function onTabConflict(listener: Listener): () => void {
  listeners.add(listener);
  if (conflict) listener(conflict);
  return () => listeners.delete(listener);
}

// By default Dexie reopens a database after a newer version has upgraded it, and opens one newer than the code. Two
// versions must never write to the same database. Dexie also creates a new one after a deletion, and this tab would
// write records of the old one to it. Returning false keeps Dexie's own handlers from running.
database.on('versionchange', ({ newVersion }) => {
  leave(newVersion === null ? 'deleted' : 'outdated');
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
    leave('outdated');
    throw new AppError('storage-failed', `expected version ${SCHEMA_VERSION}, got ${installed}`);
  }
  // Replaces Dexie's own handler, which would create a new database.
  database.backendDB().onclose = () => void lookWhatIsLeft();
  tell(null);
}

/**
 * Finds out why the browser closed the database: it does so when it deletes a site's data. It also does so when a disk
 * fails and everything is still there.
 */
async function lookWhatIsLeft(): Promise<void> {
  database.close({ disableAutoOpen: true });
  if (await databaseStillExists()) database.close({ disableAutoOpen: false });
  else tell('deleted');
}

function leave(why: TabConflict): void {
  database.close({ disableAutoOpen: true });
  tell(why);
}

function tell(now: TabConflict | null): void {
  conflict = now;
  for (const listener of listeners) listener(conflict);
}

import { AppError } from '#core/errors.ts';
import { isStillThere } from './begun.ts';
import { database, SCHEMA_VERSION } from './database.ts';
import { debutVersion } from './own-version.ts';

/**
 * outdated: a newer version of the app has made the database its own, and this tab must be reloaded.
 * deleted: another page or the browser has deleted the database with all that is in it, and this tab must be reloaded.
 * blocked: this tab waits until an older one is closed.
 */
export type TabConflict = 'outdated' | 'deleted' | 'blocked';

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
// two versions must never write to the same one. It also begins a new one where it was deleted, and this tab would write to it
// what belongs to the old one. Returning false keeps its own handlers from running.
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
  // In place of Dexie's own, which would begin a new one.
  database.backendDB().onclose = () => void lookWhatIsLeft();
  tell(null);
}

/** A browser that clears away a site's data closes its databases, and so it does where a disk fails and all is still there. */
async function lookWhatIsLeft(): Promise<void> {
  database.close({ disableAutoOpen: true });
  if (await isStillThere()) database.close({ disableAutoOpen: false });
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

// Finds out whether anything was ever stored here. Separate from the database, so a first visit need not fetch Dexie.

export const DATABASE_NAME = 'debut-data';
const CHANNEL_NAME = 'debut-storage-begun';

/** Returns whether the database exists; true where the browser cannot list databases (opening it gives the answer). */
export async function databaseExists(): Promise<boolean> {
  try {
    return (await indexedDB.databases()).some(({ name }) => name === DATABASE_NAME);
  } catch {
    return true;
  }
}

const ASK_EVERY_MS = 100;

/**
 * Returns whether the database still exists after the browser has closed it.
 * Chromium never answers a query made at that very moment, so this repeats it every 100 ms.
 */
export function databaseStillExists(): Promise<boolean> {
  return new Promise((resolve) => {
    const asking = setInterval(() => {
      void databaseExists().then((answer) => {
        clearInterval(asking);
        resolve(answer);
      });
    }, ASK_EVERY_MS);
  });
}

/** Time between checks where tabs cannot notify each other (no BroadcastChannel), in milliseconds. */
const LOOK_EVERY_MS = 1_000;

/** Waits until something is stored for the first time, by this page, its workers or another tab. */
export async function whenDatabaseExists(): Promise<void> {
  const channel = openChannel();
  if (!channel) {
    while (!(await databaseExists()))
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    return;
  }
  // Listens before it checks, so a database created in between is not missed.
  const beginning = new Promise<void>((resolve) => (channel.onmessage = () => resolve()));
  if (!(await databaseExists())) await beginning;
  channel.close();
}

/** Notifies other tabs and workers that the database has been created. */
export function announceDatabase(): void {
  const channel = openChannel();
  channel?.postMessage(null);
  channel?.close();
}

function openChannel(): BroadcastChannel | null {
  return 'BroadcastChannel' in globalThis ? new BroadcastChannel(CHANNEL_NAME) : null;
}

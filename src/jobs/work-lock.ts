// Marks work that a new version of the app waits for, in any tab: each piece holds a shared lock while it runs.

const LOCK = 'debut-work';

/**
 * Returns Web Locks. They exist only on pages that come by https or from this machine; no others have a service worker,
 * which brings new versions.
 */
const locks = () => (globalThis as { navigator?: { locks?: LockManager } }).navigator?.locks;

/** Marks work as running. Returns a function to call when it has ended. */
export function holdWork(): () => void {
  const held = new AbortController();
  const ended = new Promise<void>((resolve) => {
    held.signal.addEventListener('abort', () => resolve());
  });
  void locks()?.request(LOCK, { mode: 'shared' }, () => ended);
  return () => held.abort();
}

/** Runs work that a new version of the app waits for. */
export async function asWork<T>(work: () => Promise<T>): Promise<T> {
  const end = holdWork();
  try {
    return await work();
  } finally {
    end();
  }
}

/**
 * Wait after work has ended, in milliseconds: the page still fetches files to show the result. A version that takes
 * over meanwhile would have other files, or wait for that.
 */
const SETTLE_MS = 2_000;

/** Resolves when no work runs in any tab; also waits for work that begins meanwhile. */
export async function untilNoWork(): Promise<void> {
  const manager = locks();
  while (manager && (await isRunning(manager))) {
    await manager.request(LOCK, () => undefined);
    await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
  }
}

async function isRunning(manager: LockManager): Promise<boolean> {
  const { held = [], pending = [] } = await manager.query();
  return [...held, ...pending].some(({ name, mode }) => name === LOCK && mode === 'shared');
}

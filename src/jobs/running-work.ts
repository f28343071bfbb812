// Work that a new version of the app waits for, in whichever tab it runs: each piece holds a lock, beside all others, as long as it lasts.

const LOCK = 'debut-work';

/** Only on pages that come by https or from this machine; no others have a service worker, which brings new versions. */
const locks = () => (globalThis as { navigator?: { locks?: LockManager } }).navigator?.locks;

/** @returns to be called when the work has ended */
export function holdWork(): () => void {
  const held = new AbortController();
  const ended = new Promise<void>((resolve) => {
    held.signal.addEventListener('abort', () => resolve());
  });
  void locks()?.request(LOCK, { mode: 'shared' }, () => ended);
  return () => held.abort();
}

export async function asWork<T>(work: () => Promise<T>): Promise<T> {
  const end = holdWork();
  try {
    return await work();
  } finally {
    end();
  }
}

/** A page still fetches what it shows the result with; a version that takes over meanwhile would have other files, or wait for that. */
const SETTLE_MS = 2_000;

/** When nothing runs in any tab. What begins while it is waited for is waited for, too. */
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

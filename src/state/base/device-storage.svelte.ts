import { createContext } from 'svelte';

/** Storage of this browser; null where it does not report a value. */
export interface StorageFacts {
  readonly usedBytes: number | null;
  /** Bytes that may still be stored. */
  readonly roomBytes: number | null;
  /** Whether the browser promised not to evict what is stored. */
  readonly isKept: boolean | null;
}

/**
 * The part of StorageManager that is used. All of it may be missing: in older browsers, or outside a secure context.
 */
export type StoragePort = Partial<Pick<StorageManager, 'estimate' | 'persist' | 'persisted'>>;

function browserStorage(): StoragePort {
  return typeof navigator !== 'undefined' && 'storage' in navigator ? navigator.storage : {};
}

/** How much this browser stores for the app, and whether it promised to keep it. */
export class DeviceStorage {
  readonly #port: StoragePort;
  #facts = $state.raw<StorageFacts | null>(null);

  constructor(port: StoragePort = browserStorage()) {
    this.#port = port;
  }

  /** Null until the browser has answered. */
  get facts(): StorageFacts | null {
    return this.#facts;
  }

  async look(): Promise<void> {
    const [estimate, isKept] = await Promise.all([
      answerOf(async () => this.#port.estimate?.()),
      answerOf(async () => this.#port.persisted?.()),
    ]);
    this.#facts = { usedBytes: estimate?.usage ?? null, roomBytes: roomIn(estimate), isKept };
  }

  /** Asks the browser not to evict what is stored. It may refuse; nothing depends on it. */
  async keep(): Promise<void> {
    await answerOf(async () => this.#port.persist?.());
    await this.look();
  }
}

function roomIn(estimate: StorageEstimate | null): number | null {
  const { usage, quota } = estimate ?? {};
  return usage === undefined || quota === undefined ? null : Math.max(0, quota - usage);
}

/** Returns the browser's answer; null where there is none or it throws. */
async function answerOf<T>(ask: () => Promise<T | undefined>): Promise<T | null> {
  try {
    return (await ask()) ?? null;
  } catch {
    return null;
  }
}

export const [useDeviceStorage, provideDeviceStorage] = createContext<DeviceStorage>();

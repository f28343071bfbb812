import { createContext } from 'svelte';

/** Null: this browser does not say. */
export interface StorageFacts {
  readonly usedBytes: number | null;
  /** How much more may be stored. */
  readonly roomBytes: number | null;
  /** Whether the browser promised not to make room by removing what is stored. */
  readonly isKept: boolean | null;
}

/** What of StorageManager is used. All of it may be missing: in older browsers, or where the context is not secure. */
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

  /** Null until the browser has been asked. */
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

  /** Asks the browser not to evict what is stored. It may say no, and nothing depends on it. */
  async keep(): Promise<void> {
    await answerOf(async () => this.#port.persist?.());
    await this.look();
  }
}

function roomIn(estimate: StorageEstimate | null): number | null {
  const { usage, quota } = estimate ?? {};
  return usage === undefined || quota === undefined ? null : Math.max(0, quota - usage);
}

/** A browser that refuses to answer is one that does not say. */
async function answerOf<T>(ask: () => Promise<T | undefined>): Promise<T | null> {
  try {
    return (await ask()) ?? null;
  } catch {
    return null;
  }
}

export const [useDeviceStorage, provideDeviceStorage] = createContext<DeviceStorage>();

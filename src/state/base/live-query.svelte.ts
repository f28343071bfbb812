import { createSubscriber } from 'svelte/reactivity';
import { databaseExists, whenDatabaseExists } from '#storage/database/first-use.ts';

interface Options<T> {
  /**
   * Value where nothing was ever stored on this device. If it is given, the database is not opened before something is
   * stored.
   */
  readonly ifNothing?: T;
}

/** Turns a Dexie query into reactive state that re-runs when the tables it read change. */
export class LiveQuery<T> {
  readonly #query: () => Promise<T>;
  readonly #options: Options<T>;
  #value: T;
  #failure: unknown = null;
  readonly #track: () => void;

  constructor(query: () => Promise<T>, initial: T, options: Options<T> = {}) {
    this.#query = query;
    this.#value = initial;
    this.#options = options;
    this.#track = createSubscriber((update) => {
      const over = new AbortController();
      void this.#follow(update, over.signal);
      return () => over.abort();
    });
  }

  /** Value read last; a failure leaves it unchanged. */
  get current(): T {
    this.#track();
    return this.#value;
  }

  /** Why the last reading failed, or null. */
  get failure(): unknown {
    this.#track();
    return this.#failure;
  }

  async #follow(update: () => void, over: AbortSignal): Promise<void> {
    const settle = (value: T, failure: unknown) => {
      this.#value = value;
      this.#failure = failure;
      update();
    };
    const fail = (error: unknown) => settle(this.#value, error);
    try {
      if ('ifNothing' in this.#options && !(await databaseExists())) {
        settle(this.#options.ifNothing, null);
        await whenDatabaseExists();
      }
      const { default: Dexie, liveQuery } = await import('dexie');
      if (over.aborted) return;
      // Where the browser has no IndexedDB, a live query reports nothing; a single call throws the reason.
      if (isMissing(Dexie.dependencies.indexedDB)) {
        settle(await this.#query(), null);
        return;
      }
      const next = (value: T) => settle(value, null);
      const subscription = liveQuery(this.#query).subscribe({ next, error: fail });
      over.addEventListener('abort', () => subscription.unsubscribe());
    } catch (error) {
      fail(error);
    }
  }
}

/** Dexie's types do not provide for a browser without IndexedDB. */
function isMissing(factory: IDBFactory | null | undefined): boolean {
  return factory === null || factory === undefined;
}

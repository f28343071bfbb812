import { databaseExists } from '#storage/database/first-use.ts';
import { LiveQuery } from './live-query.svelte.ts';

export interface KeptChoicePorts<T> {
  /** Reads the stored value in a form that can be used. */
  readonly load: () => Promise<T>;
  /** Changes the stored value in one transaction, so that choices of other tabs are not lost. Returns the new value. */
  readonly change: (to: (stored: T) => T) => Promise<T>;
}

interface Ahead<T> {
  readonly choice: T;
  /** Value that had been read when this choice was stored: any other value read is newer. null: not stored yet. */
  readonly of: T | null;
}

/** A choice of the seller on this device: shown at once, then stored; also follows changes of other tabs. */
export class KeptChoice<T extends object> {
  readonly #ports: KeptChoicePorts<T>;
  readonly #query: LiveQuery<T>;
  /** Latest choice or value loaded, where the live query is a moment behind or not in use. */
  #ahead = $state.raw<Ahead<T> | null>(null);
  #failure = $state.raw<unknown>(null);

  /** @param usual value where nothing is stored */
  constructor(usual: T, withPorts: KeptChoicePorts<T>) {
    this.#ports = withPorts;
    this.#query = new LiveQuery(withPorts.load, usual, { ifNothing: usual });
  }

  readonly current: T = $derived.by(() => {
    const read = this.#query.current;
    const ahead = this.#ahead;
    return ahead && (ahead.of === null || ahead.of === read) ? ahead.choice : read;
  });

  /** Why it could not be read or stored, or null. */
  get failure(): unknown {
    return this.#failure ?? this.#query.failure;
  }

  /** Reads what is stored now. Where it cannot be read, the usual value applies. */
  async load(): Promise<void> {
    const ahead = this.#ahead;
    try {
      // On a first visit there is nothing to find, so no database is opened.
      if (!(await databaseExists())) return;
      const choice = await this.#ports.load();
      // A value read late must not replace what was chosen meanwhile.
      if (this.#ahead === ahead && ahead?.of !== null)
        this.#ahead = { choice, of: this.#query.current };
    } catch (error) {
      this.#failure = error;
    }
  }

  async change(to: (before: T) => T): Promise<void> {
    await this.load();
    const ahead = (this.#ahead = { choice: to(this.current), of: null });
    try {
      const choice = await this.#ports.change(to);
      this.#failure = null;
      // A newer choice takes precedence.
      if (this.#ahead === ahead) this.#ahead = { choice, of: this.#query.current };
    } catch (error) {
      this.#failure = error;
    }
  }
}

import { hasBegun } from '#storage/begun.ts';
import { LiveQuery } from './live-query.svelte.ts';

export interface KeptChoicePorts<T> {
  /** What is stored, as far as it can be used. */
  readonly load: () => Promise<T>;
  /** Changes what is stored then, so that nothing is lost of what another tab chose. What it is now. */
  readonly change: (to: (stored: T) => T) => Promise<T>;
}

interface Ahead<T> {
  readonly choice: T;
  /** What had been read when it was stored: what is read after that is newer. null: it is not stored yet. */
  readonly of: T | null;
}

/** Something that the seller chose on this device: at once on screen, then stored, and as another tab leaves it. */
export class KeptChoice<T extends object> {
  readonly #ports: KeptChoicePorts<T>;
  readonly #query: LiveQuery<T>;
  /** As it was chosen or asked for last, where what is read is a moment behind or nobody looks. */
  #ahead = $state.raw<Ahead<T> | null>(null);
  #failure = $state.raw<unknown>(null);

  /** @param usual where nothing is stored */
  constructor(usual: T, withPorts: KeptChoicePorts<T>) {
    this.#ports = withPorts;
    this.#query = new LiveQuery(withPorts.load, usual, { ifNothing: usual });
  }

  readonly current: T = $derived.by(() => {
    const read = this.#query.current;
    const ahead = this.#ahead;
    return ahead && (ahead.of === null || ahead.of === read) ? ahead.choice : read;
  });

  /** What went wrong when it was to be read or kept, or null. */
  get failure(): unknown {
    return this.#failure ?? this.#query.failure;
  }

  /** Reads what is stored now. Where it cannot be read, the usual one is as good. */
  async load(): Promise<void> {
    const ahead = this.#ahead;
    try {
      // On a first visit no database is opened to find nothing.
      if (!(await hasBegun())) return;
      const choice = await this.#ports.load();
      // What is stored must not come later and replace what is chosen meanwhile.
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
      // A newer choice is ahead of this one.
      if (this.#ahead === ahead) this.#ahead = { choice, of: this.#query.current };
    } catch (error) {
      this.#failure = error;
    }
  }
}

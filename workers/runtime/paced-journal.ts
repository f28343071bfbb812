import type { Journal } from './journal.ts';

const SAVE_EVERY_MS = 1_000;

/** Stores no more often than once a second. What is made sooner is lost in an interruption, and soon made again. */
export class PacedJournal implements Journal {
  readonly #stored: Journal;
  #savedMs = performance.now();

  constructor(stored: Journal) {
    this.#stored = stored;
  }

  /** Whether what is made now will be stored. */
  get isDue(): boolean {
    return performance.now() - this.#savedMs >= SAVE_EVERY_MS;
  }

  load(key: number): Promise<unknown> {
    return this.#stored.load(key);
  }

  async save(key: number, value: unknown): Promise<void> {
    if (!this.isDue) return;
    await this.#stored.save(key, value);
    this.#savedMs = performance.now();
  }
}

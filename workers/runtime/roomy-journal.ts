import { AppError } from '#core/base/errors.ts';
import type { Journal } from './journal.ts';

/** Stores until the device is full. Work then goes on, but cannot be resumed later. */
export class RoomyJournal implements Journal {
  readonly #stored: Journal;
  #isFull = false;

  constructor(stored: Journal) {
    this.#stored = stored;
  }

  load(key: number): Promise<unknown> {
    return this.#stored.load(key);
  }

  async save(key: number, value: unknown): Promise<void> {
    if (this.#isFull) return;
    try {
      await this.#stored.save(key, value);
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'storage-full')) throw error;
      this.#isFull = true;
    }
  }
}

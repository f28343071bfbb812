import { AppError } from '#core/errors.ts';
import { loadCheckpoint, saveCheckpoint } from '#storage/training-runs.ts';
import type { Journal } from './journal.ts';

/** Keeps what can be kept: a device without room trains all the same, and cannot go on later. */
export class StoredJournal implements Journal {
  readonly #datasetId: number;
  readonly #fraction: () => number | null;
  #isFull = false;

  /** @param fraction of the run that is done, where it is known */
  constructor(datasetId: number, fraction: () => number | null) {
    this.#datasetId = datasetId;
    this.#fraction = fraction;
  }

  load(key: number): Promise<unknown> {
    return loadCheckpoint(this.#datasetId, key);
  }

  async save(key: number, value: unknown): Promise<void> {
    if (this.#isFull) return;
    try {
      await saveCheckpoint(this.#datasetId, key, { value, fraction: this.#fraction() });
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'storage-full')) throw error;
      this.#isFull = true;
    }
  }
}

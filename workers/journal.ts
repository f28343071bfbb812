// What a training made on its way, by a key of all that went into it: whatever ends a run, the next one makes nothing of it twice.

import { AppError } from '#core/errors.ts';
import { contentKey } from '#core/fingerprint.ts';
import { loadCheckpoint, saveCheckpoint } from '#storage/training-runs.ts';

export interface Journal {
  /** Undefined where nothing was kept. */
  load(key: number): Promise<unknown>;
  save(key: number, value: unknown): Promise<void>;
}

/** Where nothing could be gone on with. */
export const FORGETFUL: Journal = {
  load: () => Promise.resolve(undefined),
  save: () => Promise.resolve(),
};

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

/** What was made of the same inputs before, or is made now. Inputs and what is made are plain values. */
export async function once<T>(
  journal: Journal,
  inputs: readonly unknown[],
  make: () => Promise<T>,
): Promise<T> {
  const key = contentKey(inputs);
  const known = await journal.load(key);
  if (known !== undefined) return known as T; // made by the same code of the same inputs
  const made = await make();
  await journal.save(key, made);
  return made;
}

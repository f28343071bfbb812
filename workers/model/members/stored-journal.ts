import { AppError } from '#core/base/errors.ts';
import {
  savePlanningCheckpoint,
  loadPlanningCheckpoint,
} from '#storage/plan/planning-checkpoints.ts';
import { loadCheckpoint, saveCheckpoint } from '#storage/model/training-runs.ts';
import type { Journal } from './journal.ts';

/**
 * Returns a journal that keeps the checkpoints of a training on this device.
 * @param fraction share of the run that is done; null where it is not known
 */
export function trainingJournal(datasetId: number, fraction: () => number | null): Journal {
  return new RoomyJournal({
    load: (key) => loadCheckpoint(datasetId, key),
    save: (key, value) => saveCheckpoint(datasetId, key, { value, fraction: fraction() }),
  });
}

/** Returns a journal that keeps the parts of a planning on this device. */
export function planningJournal(datasetId: number): Journal {
  return new RoomyJournal({
    load: (key) => loadPlanningCheckpoint(datasetId, key),
    save: (key, value) => savePlanningCheckpoint(datasetId, key, value),
  });
}

/** Stores until the device is full. Work then goes on, but cannot be resumed later. */
class RoomyJournal implements Journal {
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

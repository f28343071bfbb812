import {
  savePlanningCheckpoint,
  loadPlanningCheckpoint,
} from '#storage/plan/planning-checkpoints.ts';
import { loadCheckpoint, saveCheckpoint } from '#storage/model/training-runs.ts';
import type { Journal } from '#workers/runtime/journal.ts';
import { RoomyJournal } from '#workers/runtime/roomy-journal.ts';

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

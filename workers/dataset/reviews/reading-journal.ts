import {
  loadReadingCheckpoint,
  openReading,
  saveReadingCheckpoint,
} from '#storage/data/reading-checkpoints.ts';
import { PacedJournal } from '#workers/runtime/paced-journal.ts';
import { RoomyJournal } from '#workers/runtime/roomy-journal.ts';

/**
 * Opens the journal that keeps the parts of a reading of reviews on this device. Throws AppError dataset-missing.
 * @param reading content key of what is read
 */
export async function readingJournal(datasetId: number, reading: number): Promise<PacedJournal> {
  await openReading(datasetId, reading);
  return new PacedJournal(
    new RoomyJournal({
      load: (key) => loadReadingCheckpoint(datasetId, key),
      save: (key, value) => saveReadingCheckpoint(datasetId, { reading, key, value }),
    }),
  );
}

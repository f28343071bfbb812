// Stores parts of a reading of reviews, so it can go on after its tab was closed. All are deleted once the reading is
// stored, and when the lists change: nothing is left of reviews that were removed.

import { database } from '../database/database.ts';
import { inDataset } from './datasets.ts';
import { withStorage } from '../database/quota.ts';

/** Place of the note that says which reading the parts belong to. Keys of parts are 0 or above. */
const OPENED = -1;

/**
 * Notes a reading that begins or goes on. Deletes the parts of any other. Throws AppError dataset-missing where the data
 * set is gone.
 * @param reading content key of what is read
 */
export function openReading(datasetId: number, reading: number): Promise<void> {
  const { readingCheckpoints } = database;
  return inDataset(datasetId, [readingCheckpoints], async () => {
    if (await isOpen(datasetId, reading)) return;
    await deleteReadingCheckpoints(datasetId);
    await readingCheckpoints.put({ datasetId, key: OPENED, value: reading });
  });
}

/**
 * Returns a stored part; undefined where there is none.
 * @param key number that identifies its inputs
 */
export async function loadReadingCheckpoint(datasetId: number, key: number): Promise<unknown> {
  return (await withStorage(() => database.readingCheckpoints.get([datasetId, key])))?.value;
}

interface ReadingPart {
  /** Content key of what is read, as it was opened. */
  readonly reading: number;
  /** Number that identifies the inputs of the part, 0 or above. */
  readonly key: number;
  readonly value: unknown;
}

/**
 * Stores a part; does nothing where another reading was begun, or the lists have changed, meanwhile.
 * Throws AppError storage-full where there is no room.
 */
export function saveReadingCheckpoint(
  datasetId: number,
  { reading, key, value }: ReadingPart,
): Promise<void> {
  const { readingCheckpoints } = database;
  return withStorage(() =>
    database.transaction('rw', readingCheckpoints, async () => {
      if (!(await isOpen(datasetId, reading))) return;
      await readingCheckpoints.put({ datasetId, key, value });
    }),
  );
}

/** Deletes all parts of a data set's reading. Needs a transaction on readingCheckpoints. */
export async function deleteReadingCheckpoints(datasetId: number): Promise<void> {
  await database.readingCheckpoints.where(':id').between([datasetId], [datasetId, []]).delete();
}

async function isOpen(datasetId: number, reading: number): Promise<boolean> {
  return (await database.readingCheckpoints.get([datasetId, OPENED]))?.value === reading;
}

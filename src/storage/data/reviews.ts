import { contentKey } from '#core/base/bytes/fingerprint.ts';
import type { RecordChange, RecordConflict } from '#core/base/record-change.ts';
import type { ReviewReading } from '#core/evaluation/reviews/review-reading.ts';
import type { ReviewList } from '#core/import/reviews/review.ts';
import { database } from '../database/database.ts';
import { inDataset } from './datasets.ts';
import { withStorage } from '../database/quota.ts';
import { undoChanges, type UndoOptions } from '../database/undo-changes.ts';

export type ReviewLists = readonly ReviewList[];

/** Loads the lists of reviews, oldest first. */
export function loadReviews(datasetId: number): Promise<ReviewLists> {
  return withStorage(() => readLists(datasetId));
}

/**
 * Adds a list of reviews; one of the same kind and file name is replaced. Throws AppError dataset-missing where the
 * data set is gone.
 */
export function addReviews(datasetId: number, list: ReviewList): Promise<void> {
  return inDataset(datasetId, [database.reviews], async () => {
    const others = (await readLists(datasetId)).filter(
      ({ kind, fileName }) => kind !== list.kind || fileName !== list.fileName,
    );
    await database.reviews.put({ datasetId, lists: [...others, list] });
  });
}

/** Removes the list at a place; does nothing where there is none. Throws AppError dataset-missing. */
export function removeReviews(
  datasetId: number,
  place: number,
): Promise<RecordChange<ReviewLists> | null> {
  return inDataset(datasetId, [database.reviews], async () => {
    const before = await readLists(datasetId);
    if (!before[place]) return null;
    const after = before.filter((_, i) => i !== place);
    await database.reviews.put({ datasetId, lists: after });
    return { id: datasetId, before, after };
  });
}

/**
 * Undoes a change of the lists. Throws AppError dataset-missing where the data set is gone.
 * Returns null, or a conflict where another tab has changed the lists since; then nothing is done, unless forced.
 * @param change its ID is that of the data set
 */
export function undoReviews(
  { id: datasetId, before, after }: RecordChange<ReviewLists>,
  options?: UndoOptions,
): Promise<RecordConflict<ReviewLists> | null> {
  const recordOf = (lists: ReviewLists | null) => lists && { datasetId, lists };
  const change = { id: datasetId, before: recordOf(before), after: recordOf(after) };
  return inDataset(datasetId, [database.reviews], async () => {
    const [conflict] = await undoChanges(database.reviews, [change], options);
    return conflict ? { id: datasetId, before, after, now: conflict.now?.lists ?? null } : null;
  });
}

/** Loads what was found in the reviews; null where they were not read. */
export function loadReviewReading(datasetId: number): Promise<ReviewReading | null> {
  return withStorage(async () => (await database.reviewReadings.get(datasetId))?.reading ?? null);
}

/** Returns the content key of what reviews tell models; null where they tell nothing. */
export async function loadOutcomesKey(datasetId: number): Promise<number | null> {
  const outcomes = (await loadReviewReading(datasetId))?.outcomes ?? [];
  return outcomes.length === 0 ? null : contentKey(outcomes);
}

/** Stores what was found in the reviews. Throws AppError dataset-missing where the data set is gone. */
export function saveReviewReading(datasetId: number, reading: ReviewReading): Promise<void> {
  return inDataset(datasetId, [database.reviewReadings], async () => {
    await database.reviewReadings.put({ datasetId, reading });
  });
}

async function readLists(datasetId: number): Promise<ReviewLists> {
  return (await database.reviews.get(datasetId))?.lists ?? [];
}

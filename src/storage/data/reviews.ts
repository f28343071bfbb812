import { contentKey } from '#core/base/bytes/fingerprint.ts';
import {
  isChangedSince,
  type RecordChange,
  type RecordConflict,
} from '#core/base/record-change.ts';
import { NO_EDITS, type AspectEdits } from '#core/evaluation/reviews/aspect-edits.ts';
import type { ReviewReading } from '#core/evaluation/reviews/review-reading.ts';
import type { ReviewOutcome } from '#core/import/reviews/review-outcomes.ts';
import type { ReviewList } from '#core/import/reviews/review.ts';
import { database } from '../database/database.ts';
import { inDataset } from './datasets.ts';
import { deleteReadingCheckpoints } from './reading-checkpoints.ts';
import { withStorage } from '../database/quota.ts';
import type { UndoOptions } from '../database/undo-changes.ts';

export type ReviewLists = readonly ReviewList[];

/** Reviews, what was found in them, and what an unfinished reading has found. */
const REVIEW_TABLES = [
  ...[database.reviews, database.reviewReadings],
  ...[database.reviewOutcomes, database.readingCheckpoints],
];

/** Loads the lists of reviews, oldest first. */
export function loadReviews(datasetId: number): Promise<ReviewLists> {
  return withStorage(() => readLists(datasetId));
}

/**
 * Adds a list of reviews; one of the same kind and file name is replaced. Throws AppError dataset-missing where the
 * data set is gone.
 */
export function addReviews(datasetId: number, list: ReviewList): Promise<void> {
  return inDataset(datasetId, REVIEW_TABLES, async () => {
    const others = (await readLists(datasetId)).filter(
      ({ kind, fileName }) => kind !== list.kind || fileName !== list.fileName,
    );
    await putLists(datasetId, [...others, list]);
  });
}

/** Removes the list at a place; does nothing where there is none. Throws AppError dataset-missing. */
export function removeReviews(
  datasetId: number,
  place: number,
): Promise<RecordChange<ReviewLists> | null> {
  return inDataset(datasetId, REVIEW_TABLES, async () => {
    const before = await readLists(datasetId);
    if (!before[place]) return null;
    const after = before.filter((_, i) => i !== place);
    await putLists(datasetId, after);
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
  { isForced = false }: UndoOptions = {},
): Promise<RecordConflict<ReviewLists> | null> {
  return inDataset(datasetId, REVIEW_TABLES, async () => {
    const now = await readLists(datasetId);
    if (!isForced && isChangedSince({ before, after }, now))
      return { id: datasetId, before, after, now };
    await putLists(datasetId, before ?? []);
    return null;
  });
}

/** Loads what the seller changed about the words of aspects. */
export function loadAspectEdits(datasetId: number): Promise<AspectEdits> {
  return withStorage(async () => (await database.reviews.get(datasetId))?.edits ?? NO_EDITS);
}

/**
 * Changes the words of aspects. Throws AppError dataset-missing where the data set is gone.
 * @param change returns the edits that are to take the place of these; another window may just have changed them
 */
export function changeAspectEdits(
  datasetId: number,
  change: (edits: AspectEdits) => AspectEdits,
): Promise<void> {
  return inDataset(datasetId, [database.reviews], async () => {
    const { lists = [], edits = NO_EDITS } = (await database.reviews.get(datasetId)) ?? {};
    await database.reviews.put({ datasetId, lists, edits: change(edits) });
  });
}

/** Loads what was found in the reviews; null where they were not read. */
export function loadReviewReading(datasetId: number): Promise<ReviewReading | null> {
  return withStorage(async () => (await database.reviewReadings.get(datasetId))?.reading ?? null);
}

/** Loads what models learn of the reviews; empty where they tell nothing, or were not read. */
export function loadReviewOutcomes(datasetId: number): Promise<readonly ReviewOutcome[]> {
  return withStorage(async () => (await database.reviewOutcomes.get(datasetId))?.outcomes ?? []);
}

/** Returns the content key of what reviews tell models; null where they tell nothing. */
export async function loadOutcomesKey(datasetId: number): Promise<number | null> {
  const outcomes = await loadReviewOutcomes(datasetId);
  return outcomes.length === 0 ? null : contentKey(outcomes);
}

/**
 * Stores what was found in the reviews, and what models learn of them, in place of the parts that were kept on the way;
 * stores nothing where all lists were removed meanwhile. Throws AppError dataset-missing where the data set is gone.
 */
export function saveReviewReading(
  datasetId: number,
  reading: ReviewReading,
  outcomes: readonly ReviewOutcome[],
): Promise<void> {
  return inDataset(datasetId, REVIEW_TABLES, async () => {
    await deleteReadingCheckpoints(datasetId);
    if ((await readLists(datasetId)).length === 0) return;
    await database.reviewReadings.put({ datasetId, reading });
    await database.reviewOutcomes.put({ datasetId, outcomes });
  });
}

/**
 * Replaces the lists; what the seller changed about words stays. Without any list, nothing is left of what was found:
 * models would go on learning from it.
 */
async function putLists(datasetId: number, lists: ReviewLists): Promise<void> {
  await deleteReadingCheckpoints(datasetId);
  if (lists.length === 0) {
    await database.reviewReadings.delete(datasetId);
    await database.reviewOutcomes.delete(datasetId);
  }
  await database.reviews.put({ ...(await database.reviews.get(datasetId)), datasetId, lists });
}

async function readLists(datasetId: number): Promise<ReviewLists> {
  return (await database.reviews.get(datasetId))?.lists ?? [];
}

import { emptyDatabase } from '../../support/database.ts';
import { beforeEach, expect, it } from 'vitest';
import { deleteDataset } from '#storage/data/datasets.ts';
import {
  loadReadingCheckpoint,
  openReading,
  saveReadingCheckpoint,
} from '#storage/data/reading-checkpoints.ts';
import {
  addReviews,
  changeAspectEdits,
  removeReviews,
  saveReviewReading,
  undoReviews,
} from '#storage/data/reviews.ts';
import { database } from '#storage/database/database.ts';
import { review, reviewList } from '../../support/review.ts';
import { reviewReading } from '../../support/review-reading.ts';
import { someDataset } from '../../support/some-dataset.ts';

const [READING, OTHER] = [70, 71];
const list = reviewList([review()]);
let datasetId = 0;

beforeEach(async () => {
  await emptyDatabase();
  datasetId = await someDataset();
  await addReviews(datasetId, list);
});

const keep = (reading: number, key: number, value: unknown) =>
  saveReadingCheckpoint(datasetId, { reading, key, value });
const kept = (key: number) => loadReadingCheckpoint(datasetId, key);

it('keeps parts of a reading until another one begins', async () => {
  await openReading(datasetId, READING);
  await keep(READING, 5, ['a part']);
  await openReading(datasetId, READING);
  expect(await kept(5)).toEqual(['a part']);
  expect(await kept(6)).toBeUndefined();
  await openReading(datasetId, OTHER);
  expect(await kept(5)).toBeUndefined();
  await keep(READING, 5, ['too late']);
  expect(await kept(5)).toBeUndefined();
});

it('keeps parts of each data set apart, and while words are edited', async () => {
  const other = await someDataset();
  for (const id of [datasetId, other]) await openReading(id, READING);
  await keep(READING, 5, ['a part']);
  expect(await loadReadingCheckpoint(other, 5)).toBeUndefined();
  await addReviews(other, list);
  await changeAspectEdits(datasetId, (edits) => edits);
  expect(await kept(5)).toEqual(['a part']);
});

const ends: readonly (readonly [string, () => Promise<unknown>])[] = [
  ['the reading is stored', () => saveReviewReading(datasetId, reviewReading({ launch: [0] }), [])],
  ['a list is added', () => addReviews(datasetId, reviewList([review()], { fileName: 'b.csv' }))],
  ['a list is removed', () => removeReviews(datasetId, 0)],
  ['the data set goes', () => deleteDataset(datasetId)],
];
it.each(ends)('leaves nothing once %s, whatever a reading from before finds', async (_, end) => {
  await openReading(datasetId, READING);
  await keep(READING, 5, ['a part']);
  await end();
  expect(await database.readingCheckpoints.count()).toBe(0);
  await keep(READING, 6, ['another part']);
  expect(await database.readingCheckpoints.count()).toBe(0);
});

it('leaves nothing once a removed list is put back, or where nothing is left to read', async () => {
  const change = await removeReviews(datasetId, 0);
  await openReading(datasetId, READING);
  await keep(READING, 5, ['a part']);
  await saveReviewReading(datasetId, reviewReading({ launch: [] }), []);
  expect(await database.readingCheckpoints.count()).toBe(0);
  await openReading(datasetId, READING);
  await undoReviews(change!);
  expect(await database.readingCheckpoints.count()).toBe(0);
});

it('is refused where the data set is gone', async () => {
  await deleteDataset(datasetId);
  await expect(openReading(datasetId, READING)).rejects.toMatchObject({ code: 'dataset-missing' });
});

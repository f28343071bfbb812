import { emptyDatabase } from '../../support/database.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { addWord, NO_EDITS, takeUpTopic } from '#core/evaluation/reviews/aspect-edits.ts';
import { deleteDataset, saveDataset } from '#storage/data/datasets.ts';
import {
  addReviews,
  changeAspectEdits,
  loadAspectEdits,
  loadOutcomesKey,
  loadReviewOutcomes,
  loadReviewReading,
  loadReviews,
  removeReviews,
  saveReviewReading,
  undoReviews,
} from '#storage/data/reviews.ts';
import { launchTable } from '../../support/launch-table.ts';
import { review, reviewList } from '../../support/review.ts';
import { reviewReading } from '../../support/review-reading.ts';
import { noSource } from '../../support/source.ts';

let datasetId = 0;

beforeEach(async () => {
  await emptyDatabase();
  const counts = { rowsRead: 1, rowsUsed: 1, rowsSetAside: 0 };
  const report = { name: 'Spring', mapping: { fields: {}, attributes: [] }, issues: [], ...counts };
  ({ datasetId } = await saveDataset({
    ...{ sample: null, importedAt: 1, report, table: launchTable([{}]), ...noSource() },
  }));
});

const outcomes = [{ productId: 'A', title: 'Mug', launchDay: 20_000, rating: 4, returns: NaN }];
const named = (fileName: string, text: string) => reviewList([review({ text })], { fileName });

describe('lists of reviews', () => {
  it('stand side by side; a newer one of the same file takes its place', async () => {
    expect(await loadReviews(datasetId)).toEqual([]);
    await addReviews(datasetId, named('a.csv', 'one'));
    await addReviews(datasetId, named('b.csv', 'two'));
    await addReviews(datasetId, named('a.csv', 'three'));
    expect(await loadReviews(datasetId)).toEqual([named('b.csv', 'two'), named('a.csv', 'three')]);
  });

  it('can be removed and put back', async () => {
    await addReviews(datasetId, named('a.csv', 'one'));
    await addReviews(datasetId, named('b.csv', 'two'));
    const change = await removeReviews(datasetId, 0);
    expect(await loadReviews(datasetId)).toEqual([named('b.csv', 'two')]);
    expect(await undoReviews(change!)).toBeNull();
    expect(await loadReviews(datasetId)).toEqual([named('a.csv', 'one'), named('b.csv', 'two')]);
    expect(await removeReviews(datasetId, 7)).toBeNull();
  });

  it('leave nothing for models to learn once the last one is removed', async () => {
    await addReviews(datasetId, named('a.csv', 'one'));
    await addReviews(datasetId, named('b.csv', 'two'));
    await saveReviewReading(datasetId, reviewReading({ launch: [0] }), outcomes);
    await removeReviews(datasetId, 0);
    expect(await loadReviewReading(datasetId)).not.toBeNull();
    expect(await loadReviewOutcomes(datasetId)).toEqual(outcomes);
    await removeReviews(datasetId, 0);
    expect(await loadReviewReading(datasetId)).toBeNull();
    expect(await loadReviewOutcomes(datasetId)).toEqual([]);
    // A reading that was under way meanwhile comes too late.
    await saveReviewReading(datasetId, reviewReading({ launch: [0] }), outcomes);
    expect(await loadReviewReading(datasetId)).toBeNull();
    expect(await loadOutcomesKey(datasetId)).toBeNull();
  });

  it('that another tab has changed since are not undone unasked', async () => {
    await addReviews(datasetId, named('a.csv', 'one'));
    const change = await removeReviews(datasetId, 0);
    await addReviews(datasetId, named('c.csv', 'three'));
    expect(await undoReviews(change!)).toMatchObject({ now: [named('c.csv', 'three')] });
    expect(await loadReviews(datasetId)).toEqual([named('c.csv', 'three')]);
  });

  it('go with their data set, and so does what was found in them', async () => {
    await addReviews(datasetId, named('a.csv', 'one'));
    await saveReviewReading(datasetId, reviewReading({ launch: [0] }), outcomes);
    expect(await loadReviewReading(datasetId)).toEqual(reviewReading({ launch: [0] }));
    await deleteDataset(datasetId);
    expect(await loadReviews(datasetId)).toEqual([]);
    expect(await loadReviewReading(datasetId)).toBeNull();
    expect(await loadReviewOutcomes(datasetId)).toEqual([]);
    await expect(addReviews(datasetId, named('a.csv', 'one'))).rejects.toMatchObject({
      code: 'dataset-missing',
    });
  });
});

describe('words of aspects that the seller changed', () => {
  const glazed = addWord(NO_EDITS, 'looks', 'glaze');

  it('are none at first, and each change builds on the one before', async () => {
    expect(await loadAspectEdits(datasetId)).toEqual(NO_EDITS);
    await addReviews(datasetId, named('a.csv', 'one'));
    expect(await loadAspectEdits(datasetId)).toEqual(NO_EDITS);
    await Promise.all([
      changeAspectEdits(datasetId, (edits) => addWord(edits, 'looks', 'glaze')),
      changeAspectEdits(datasetId, (edits) => takeUpTopic(edits, 'whistle')),
    ]);
    expect(await loadAspectEdits(datasetId)).toEqual({ ...glazed, topics: ['whistle'] });
    expect(await loadReviews(datasetId)).toEqual([named('a.csv', 'one')]);
  });

  it('stay when lists are added, removed and put back', async () => {
    await addReviews(datasetId, named('a.csv', 'one'));
    const change = await removeReviews(datasetId, 0);
    await changeAspectEdits(datasetId, () => glazed);
    expect(await undoReviews(change!)).toBeNull();
    expect(await loadReviews(datasetId)).toEqual([named('a.csv', 'one')]);
    await addReviews(datasetId, named('b.csv', 'two'));
    await removeReviews(datasetId, 0);
    await removeReviews(datasetId, 0);
    expect(await loadAspectEdits(datasetId)).toEqual(glazed);
  });

  it('are refused where the data set is gone', async () => {
    await deleteDataset(datasetId);
    await expect(changeAspectEdits(datasetId, () => glazed)).rejects.toMatchObject({
      code: 'dataset-missing',
    });
  });
});

import { emptyDatabase } from '../../support/database.ts';
import { beforeEach, expect, it } from 'vitest';
import { deleteDataset } from '#storage/data/datasets.ts';
import { loadShortlist, saveShortlist } from '#storage/plan/shortlists.ts';
import { someShortlist } from '../../support/shortlist.ts';
import { someDataset } from '../../support/some-dataset.ts';

let datasetId = 0;
beforeEach(async () => {
  await emptyDatabase();
  datasetId = await someDataset();
});

it('comes back as it was, and takes the place of the one before', async () => {
  expect(await loadShortlist(datasetId)).toBeNull();
  await saveShortlist(someShortlist({ datasetId }));
  expect(await loadShortlist(datasetId)).toEqual(someShortlist({ datasetId }));
  const newer = someShortlist({ datasetId, rankedAt: 9, articles: [] });
  await saveShortlist(newer);
  expect(await loadShortlist(datasetId)).toEqual(newer);
});

it('is of its own data set, and goes with it', async () => {
  const other = await someDataset();
  await saveShortlist(someShortlist({ datasetId }));
  expect(await loadShortlist(other)).toBeNull();
  await deleteDataset(datasetId);
  expect(await loadShortlist(datasetId)).toBeNull();
  const gone = { code: 'dataset-missing' };
  await expect(saveShortlist(someShortlist({ datasetId }))).rejects.toMatchObject(gone);
});

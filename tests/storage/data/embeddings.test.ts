import { emptyDatabase, fillStorageAfter } from '../../support/database.ts';
import { beforeEach, expect, it } from 'vitest';
import { packEmbeddings } from '#core/model/text/embedding-chunk.ts';
import { EMBEDDING_SIZE } from '#core/model/text/encoder-weights.ts';
import { seededRandom } from '#core/base/random.ts';
import { database } from '#storage/database/database.ts';
import { deleteDataset } from '#storage/data/datasets.ts';
import { saveEmbeddings, loadEmbeddings } from '#storage/data/embeddings.ts';
import { someDataset } from '../../support/some-dataset.ts';

beforeEach(emptyDatabase);

const random = seededRandom(2);
const chunkOf = (...texts: string[]) =>
  packEmbeddings(
    texts,
    Float32Array.from({ length: texts.length * EMBEDDING_SIZE }, () => random() - 0.5),
  );
const mugs = chunkOf('mug', 'red mug');
const cups = chunkOf('红杯');

it('gives back what a data set keeps, and nothing of another', async () => {
  const [one, two] = [await someDataset(), await someDataset()];
  await saveEmbeddings(one, mugs);
  await saveEmbeddings(one, cups);
  expect(await loadEmbeddings(one)).toEqual([mugs, cups]);
  expect(await loadEmbeddings(two)).toEqual([]);
});

it('removes what other files made', async () => {
  const id = await someDataset();
  await saveEmbeddings(id, { ...mugs, reader: 'weights.old.bin vocabulary.old.json' });
  await saveEmbeddings(id, cups);
  expect(await loadEmbeddings(id)).toEqual([cups]);
  expect(await database.embeddings.count()).toBe(1);
  await saveEmbeddings(id, mugs);
  expect(await loadEmbeddings(id)).toEqual([cups, mugs]);
});

it('goes with its data set', async () => {
  const [one, two] = [await someDataset(), await someDataset()];
  await saveEmbeddings(one, mugs);
  await saveEmbeddings(two, cups);
  await deleteDataset(one);
  expect(await loadEmbeddings(one)).toEqual([]);
  expect(await loadEmbeddings(two)).toEqual([cups]);
  await expect(saveEmbeddings(one, mugs)).rejects.toMatchObject({ code: 'dataset-missing' });
});

it('says where there is no room', async () => {
  const id = await someDataset();
  const free = fillStorageAfter(0);
  await expect(saveEmbeddings(id, mugs)).rejects.toMatchObject({ code: 'storage-full' });
  free();
  expect(await loadEmbeddings(id)).toEqual([]);
});

import { emptyDatabase } from '../../support/database.ts';
import { liveQuery } from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { toHalfFloats } from '#core/base/bytes/half-floats.ts';
import {
  addPictures,
  changePicture,
  saveKeepsPictures,
  savePictureReading,
} from '#storage/data/pictures.ts';
import { loadShownPictures } from '#storage/data/shown-pictures.ts';
import { samplePicture } from '../../support/picture.ts';
import { storeSpring } from '../../support/spring-dataset.ts';

let datasetId = 0;

beforeEach(async () => {
  await emptyDatabase();
  datasetId = await storeSpring();
});
afterEach(emptyDatabase);

const add = (...owners: string[]) =>
  addPictures(
    datasetId,
    owners.map((owner) => samplePicture({ owner })),
  );
const { sha256 } = samplePicture();
const read = (id: number) =>
  savePictureReading(datasetId, id, {
    ...{ sha256, halves: toHalfFloats(Float32Array.of(1, 0)), reader: 'r', showsPeople: null },
  });

describe('pictures to show', () => {
  it('are those of products, of one data set, whose small picture is kept', async () => {
    const [mug, bowl] = await add('Mug', 'Bowl', '');
    await addPictures(await storeSpring(), [samplePicture({ owner: 'Elsewhere' })]);
    expect([...(await loadShownPictures(datasetId))].sort()).toEqual([
      ['Bowl', bowl],
      ['Mug', mug],
    ]);
    await saveKeepsPictures(datasetId, false);
    await read(mug!);
    expect([...(await loadShownPictures(datasetId)).keys()]).toEqual(['Bowl']);
  });

  it('are looked up again for another owner, not for a reading', async () => {
    const [mug] = await add('Mug');
    const load = vi.fn<typeof loadShownPictures>(loadShownPictures);
    const seen: string[][] = [];
    const watched = liveQuery(() => load(datasetId)).subscribe((shown) => {
      seen.push([...shown.keys()]);
    });
    await expect.poll(() => seen).toEqual([['Mug']]);
    await read(mug!);
    await changePicture(datasetId, mug!, { owner: 'Bowl' });
    await expect.poll(() => seen).toEqual([['Mug'], ['Bowl']]);
    expect(load).toHaveBeenCalledTimes(2);
    watched.unsubscribe();
  });
});

import { emptyDatabase } from '../../../support/database.ts';
import { storeSpring } from '../../../support/spring-dataset.ts';
import { flushSync } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Thumbnails } from '#state/data/pictures/thumbnails.svelte.ts';
import { addPictures, loadSmallPicture, removePictures } from '#storage/data/pictures.ts';
import { loadShownPictures } from '#storage/data/shown-pictures.ts';
import { samplePicture } from '../../../support/picture.ts';

let stop: () => void = () => undefined;

beforeEach(emptyDatabase);
afterEach(async () => {
  stop();
  await emptyDatabase();
});

function watched(datasetId: () => number | undefined, look = loadShownPictures) {
  const thumbnails = new Thumbnails(datasetId, {
    ...{ loadSmallPicture, loadShownPictures: look },
  });
  stop = $effect.root(() => {
    const keep = (...read: unknown[]) => read;
    $effect(() => {
      keep(thumbnails.hasAny);
    });
  });
  flushSync();
  return thumbnails;
}

describe('Thumbnails', () => {
  it('are those of products that have a picture, and follow what is stored', async () => {
    const datasetId = await storeSpring();
    const thumbnails = watched(() => datasetId);
    expect(thumbnails.hasAny).toBe(false);
    const [mug] = await addPictures(datasetId, [samplePicture({ owner: 'Mug' })]);
    await vi.waitFor(() => expect(thumbnails.hasAny).toBe(true));
    expect([thumbnails.idOf('Mug'), thumbnails.idOf('Bowl')]).toEqual([mug, undefined]);
    expect((await thumbnails.load(mug!))!.size).toBe(3);
    await removePictures(datasetId);
    await vi.waitFor(() => expect(thumbnails.hasAny).toBe(false));
  });

  it('look nothing up where no data set is on screen', () => {
    const look = vi.fn<typeof loadShownPictures>();
    const thumbnails = watched(() => undefined, look);
    expect([thumbnails.hasAny, thumbnails.idOf('Mug')]).toEqual([false, undefined]);
    expect(look).not.toHaveBeenCalled();
  });
});

import { emptyDatabase } from '../../../support/database.ts';
import { storeSpring } from '../../../support/spring-dataset.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Notices } from '#state/base/notices.svelte.ts';
import { Pictures, type PicturePorts } from '#state/data/pictures/pictures.svelte.ts';
import type { PictureAccount } from '#core/import/pictures/picture-account.ts';
import { loadLaunchTable } from '#storage/data/datasets.ts';
import { addProduct, loadProducts } from '#storage/data/products.ts';
import { loadArticles } from '#storage/plan/suppliers.ts';
import * as stored from '#storage/data/pictures.ts';
import { samplePicture } from '../../../support/picture.ts';

const account: PictureAccount = {
  ...{ matchedCount: 1, unchangedCount: 0 },
  ...{ furtherViews: [], unmatched: ['left.jpg'], refused: [], noted: [] },
};
const files = [new File(['x'], 'shop/mug.jpg')];

let datasetId = 0;
let notices: Notices;

beforeEach(async () => {
  await emptyDatabase();
  datasetId = await storeSpring();
  notices = new Notices(60_000);
});
afterEach(emptyDatabase);

/** The pictures of the data set; an import adds one of the mug and a leftover. */
function pictures(changed: Partial<PicturePorts> = {}) {
  const importPictures: PicturePorts['importPictures'] = async () => {
    await stored.addPictures(datasetId, [
      samplePicture({ owner: 'Mug' }),
      samplePicture({ owner: '', fileName: 'left.jpg' }),
    ]);
    return account;
  };
  const loads = { loadLaunchTable, loadProducts, loadArticles };
  const ports = { ...stored, ...loads, importPictures, ...changed };
  return new Pictures(datasetId, notices, ports);
}

async function withTwo() {
  const shown = pictures();
  await shown.importFiles(files);
  return shown;
}

const ownersOf = ({ list }: Pictures) => list!.map(({ owner }) => owner);

describe('Pictures', () => {
  it('are none at first, and known after an import, with its account', async () => {
    const shown = pictures();
    await shown.look();
    expect([shown.list, shown.isKept, shown.owners]).toEqual([[], true, []]);
    expect(await shown.importFiles(files)).toEqual(account);
    expect(shown.phase).toMatchObject({ status: 'done', result: account });
    expect(ownersOf(shown)).toEqual(['Mug', '']);
  });

  it('can go to launches and to new products', async () => {
    await addProduct(datasetId, {
      ...{ title: 'Bowl', category: '', brand: '', attributes: {} },
      ...{ listPrice: null, unitCost: null, firstStock: null },
    });
    const shown = await withTwo();
    expect(shown.owners).toEqual(['Bowl', 'P0']);
  });

  it('say what went wrong, and show what was stored before that', async () => {
    const error = new Error('no');
    const shown = pictures({
      importPictures: async () => {
        await stored.addPictures(datasetId, [samplePicture()]);
        throw error;
      },
    });
    expect(await shown.importFiles(files)).toBeNull();
    expect([shown.failure, ownersOf(shown)]).toEqual([error, ['Mug']]);
  });

  it('are given to a product in place of its picture, and taken back', async () => {
    const shown = await withTwo();
    await shown.give(shown.list![1]!, 'Mug');
    expect(ownersOf(shown)).toEqual(['', 'Mug']);
    expect(notices.offer!.text).toBe('left.jpg now belongs to Mug.');
    notices.undo();
    await vi.waitFor(() => expect(ownersOf(shown)).toEqual(['Mug', '']));
  });

  it('say what the seller says of them, and that can be undone', async () => {
    const shown = await withTwo();
    await shown.mark(shown.list![0]!, { colour: 'blue' });
    expect(shown.list![0]!.chosen).toEqual({ colour: 'blue' });
    notices.undo();
    await vi.waitFor(() => expect(shown.list![0]!.chosen).toEqual({}));
  });

  it('are changed back over what another tab did only where the seller says so', async () => {
    const shown = await withTwo();
    const [mug] = shown.list!;
    await shown.mark(mug!, { colour: 'blue' });
    await stored.changePicture(datasetId, mug!.id, { chosen: { colour: 'green' } });
    notices.undo();
    await expect.poll(() => notices.question).not.toBeNull();
    expect((await stored.loadPictures(datasetId))[0]!.chosen).toEqual({ colour: 'green' });
    await notices.question!.undoAnyway();
    expect(shown.list![0]!.chosen).toEqual({});
  });

  it('are all removed, and put back', async () => {
    const shown = await withTwo();
    await shown.removeAll();
    expect([shown.list, shown.phase.status]).toEqual([[], 'idle']);
    notices.undo();
    await vi.waitFor(() => expect(ownersOf(shown)).toEqual(['Mug', '']));
  });

  it('are kept, unless the seller does not want that', async () => {
    const shown = await withTwo();
    const before = shown.load;
    await shown.keep(false);
    // What shows pictures loads them anew.
    expect(shown.load).not.toBe(before);
    const again = pictures();
    await again.look();
    expect(again.isKept).toBe(false);
  });

  it('are shown small', async () => {
    const shown = await withTwo();
    expect((await shown.load(shown.list![0]!.id))!.size).toBe(3);
  });
});

import { emptyDatabase } from '../../support/database.ts';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PictureAccount } from '#core/import/pictures/picture-account.ts';
import type { ProductPicture } from '#core/model/images/product-picture.ts';
import { addProduct } from '#storage/data/products.ts';
import {
  changePicture,
  loadLooks,
  loadPictures,
  loadSmallPicture,
  saveKeepsPictures,
  savePictureReading,
} from '#storage/data/pictures.ts';
import { importPictures } from '#workers/images/import-pictures.ts';
import { jobFor } from '../../support/csv-file.ts';
import { decodeInNode } from '../../support/decode-in-node.ts';
import { storeSpring } from '../../support/spring-dataset.ts';
import { avif, gif, jpeg, png, SVG, webp } from '../../support/picture-bytes.ts';

let datasetId = 0;

beforeEach(async () => {
  await emptyDatabase();
  datasetId = await storeSpring([
    { productId: 'MG-104', title: 'Blue mug' },
    { productId: 'BW-7', title: 'Red bowl' },
  ]);
  const known = { category: '', brand: '', listPrice: null, unitCost: null };
  await addProduct(datasetId, { ...known, title: 'New pot', attributes: { EAN: '4006381333931' } });
});
afterEach(emptyDatabase);

/** A plain square of a colour on white. */
function square(red: number, green: number, blue: number): Uint8Array<ArrayBuffer> {
  const side = 24;
  const isInside = (at: number) => at > 6 && at < 18;
  const rgb = Uint8Array.from({ length: 3 * side * side }, (_, i) => {
    const [x, y] = [Math.floor(i / 3) % side, Math.floor(i / 3 / side)];
    return isInside(x) && isInside(y) ? [red, green, blue][i % 3]! : 255;
  });
  return png({ width: side, height: side, rgb });
}

const file = (name: string, bytes: Uint8Array<ArrayBuffer>) => new File([bytes], name);
const run = (...files: File[]) => importPictures({ datasetId, files }, jobFor(), decodeInNode);
const NOTHING: PictureAccount = {
  ...{ matchedCount: 0, unchangedCount: 0 },
  ...{ furtherViews: [], unmatched: [], refused: [], noted: [] },
};
const stored = async () =>
  (await loadPictures(datasetId)).map(({ owner, fileName }) => [owner, fileName]);

describe('pictures', () => {
  it('are given to the products that their names say, and stored small', async () => {
    const account = await run(
      file('mg-104.png', square(200, 20, 20)),
      file('4006381333931_1.png', square(20, 20, 200)),
      file('IMG_1.png', square(20, 200, 20)),
    );
    expect(account).toEqual({ ...NOTHING, matchedCount: 2, unmatched: ['IMG_1.png'] });
    const looks = await loadLooks(datasetId);
    expect([...looks].map(([owner, { marks }]) => [owner, marks.colour, marks.background])).toEqual(
      [
        ['Blue mug', 'red', 'white'],
        ['New pot', 'blue', 'white'],
      ],
    );
    const [first] = await loadPictures(datasetId);
    expect(first).toMatchObject({ widthPx: 24, heightPx: 24 });
    expect(await loadSmallPicture(first!.id)).not.toBeNull();
  });

  it('are one a product: its first view', async () => {
    const account = await run(
      file('MG-104_back.png', square(1, 1, 1)),
      file('MG-104.png', square(9, 9, 9)),
    );
    expect(account).toEqual({ ...NOTHING, matchedCount: 1, furtherViews: ['MG-104_back.png'] });
    expect(await stored()).toEqual([['Blue mug', 'MG-104.png']]);
  });

  it('stay with the product that the seller gave them to, when the same file comes again', async () => {
    const mug = () => file('MG-104.png', square(9, 9, 9));
    await run(mug());
    const [picture] = await loadPictures(datasetId);
    await changePicture(datasetId, picture!.id, { owner: 'Red bowl' });
    expect(await run(mug())).toEqual({ ...NOTHING, unchangedCount: 1 });
    expect(await stored()).toEqual([['Red bowl', 'MG-104.png']]);
    await changePicture(datasetId, picture!.id, { owner: 'A name of before' });
    expect(await run(mug())).toEqual({ ...NOTHING, matchedCount: 1 });
    expect((await stored()).map(([owner]) => owner)).toContain('Blue mug');
  });

  it('are the next view where the first cannot be read', async () => {
    const cut = square(9, 9, 9).slice(0, 90);
    const account = await run(file('MG-104_back.png', square(1, 1, 1)), file('MG-104.png', cut));
    expect(account.refused).toEqual([{ fileName: 'MG-104.png', problem: 'truncated' }]);
    expect(await stored()).toEqual([['Blue mug', 'MG-104_back.png']]);
  });

  it('that are bad stop no other, and each is named', async () => {
    const account = await run(
      file('a.jpg', new Uint8Array()),
      file('b.svg', SVG),
      file('c.heic', avif({}, 'heic')),
      file('d.csv', new Uint8Array(strToU8('sku\n1\n'))),
      file('e.jpg', jpeg({ width: 20_000, height: 20_000 })),
      file('f.png', png({ width: 4, height: 4 })),
      file('bw-7.png', square(9, 9, 9)),
      file('Thumbs.db', new Uint8Array(4)),
      file('.DS_Store', new Uint8Array(4)),
    );
    expect(account).toEqual({
      ...{ ...NOTHING, matchedCount: 1 },
      refused: [
        { fileName: 'a.jpg', problem: 'empty' },
        { fileName: 'b.svg', problem: 'svg' },
        { fileName: 'c.heic', problem: 'heic' },
        { fileName: 'd.csv', problem: 'not-a-picture' },
        { fileName: 'e.jpg', problem: 'too-many-pixels' },
        // Its header is whole, but no pixels are there: the browser refuses it.
        { fileName: 'f.png', problem: 'damaged' },
      ],
    });
  });

  it('say what was done to them', async () => {
    const { noted, matchedCount } = await run(
      file('mg-104.png', jpeg({ components: 4, orientation: 6 })),
      file('bw-7.gif', gif({ frames: 2 })),
      file('new-pot.webp', webp('lossy')),
    );
    expect(matchedCount).toBe(3);
    expect(noted).toEqual([
      { fileName: 'bw-7.gif', note: 'first-frame' },
      { fileName: 'mg-104.png', note: 'cmyk' },
      { fileName: 'mg-104.png', note: 'wrong-extension' },
      { fileName: 'mg-104.png', note: 'turned-upright' },
    ]);
  });
});

describe('pictures that come again', () => {
  it('are not done again, whatever they are called now', async () => {
    const one = square(200, 20, 20);
    await run(file('mg-104.png', one), file('x.png', square(5, 5, 5)));
    let decoded = 0;
    const counting = (blob: Blob) => {
      decoded += 1;
      return decodeInNode(blob);
    };
    const files = [file('MG-104-1.png', one), file('y.png', square(5, 5, 5))];
    const account = await importPictures({ datasetId, files }, jobFor(), counting);
    expect([account, decoded]).toEqual([{ ...NOTHING, unchangedCount: 2 }, 0]);
    expect(await loadPictures(datasetId)).toHaveLength(2);
  });
  it('are shown again where small pictures were not kept for a while', async () => {
    const files = [file('mg-104.png', square(200, 20, 20))];
    await run(...files);
    const [{ id, sha256 }] = (await loadPictures(datasetId)) as [ProductPicture];
    const read = { sha256, halves: new Uint16Array(1), reader: 'one', showsPeople: null };
    await savePictureReading(datasetId, id, read);
    await saveKeepsPictures(datasetId, false);
    await run(...files);
    expect(await loadSmallPicture(id)).toBeNull();
    await saveKeepsPictures(datasetId, true);
    expect(await run(...files)).toEqual({ ...NOTHING, unchangedCount: 1 });
    expect(await loadSmallPicture(id)).not.toBeNull();
    expect(await loadPictures(datasetId)).toMatchObject([{ id, readBy: 'one' }]);
  });

  it('stay with the product that the seller gave them to', async () => {
    await run(file('x.png', square(5, 5, 5)));
    const [picture] = await loadPictures(datasetId);
    await changePicture(datasetId, picture!.id, { owner: 'Red bowl' });
    expect(await run(file('x.png', square(5, 5, 5)))).toEqual({ ...NOTHING, unchangedCount: 1 });
    expect(await stored()).toEqual([['Red bowl', 'x.png']]);
  });

  it('replace what had their name, and are further views of what had another', async () => {
    await run(file('mg-104.png', square(200, 20, 20)));
    const other = await run(file('mg-104-2.png', square(20, 20, 200)));
    expect(other).toEqual({ ...NOTHING, furtherViews: ['mg-104-2.png'] });
    const newer = await run(file('mg-104.png', square(20, 200, 20)));
    expect(newer).toEqual({ ...NOTHING, matchedCount: 1 });
    expect((await loadLooks(datasetId)).get('Blue mug')!.marks.colour).toBe('green');
    expect(await loadPictures(datasetId)).toHaveLength(1);
  });

  it('go to the product that has come since', async () => {
    await run(file('tall-vase.png', square(5, 5, 5)));
    const known = { category: '', brand: '', listPrice: null, unitCost: null, attributes: {} };
    await addProduct(datasetId, { ...known, title: 'Tall vase' });
    expect(await run(file('tall-vase.png', square(5, 5, 5)))).toEqual({
      ...NOTHING,
      matchedCount: 1,
    });
    expect(await stored()).toEqual([['Tall vase', 'tall-vase.png']]);
  });

  it('may be of two products', async () => {
    const account = await run(
      file('mg-104.png', square(5, 5, 5)),
      file('bw-7.png', square(5, 5, 5)),
    );
    expect(account).toEqual({ ...NOTHING, matchedCount: 2 });
  });
});

describe('a stop', () => {
  it('keeps what was stored, and the next import goes on', async () => {
    const files = [file('mg-104.png', square(5, 5, 5)), file('bw-7.png', square(9, 9, 9))];
    const stop = new AbortController();
    const stopping = jobFor(({ phase, done }) => {
      if (phase === 'pictures' && done === 1) stop.abort();
    }, stop.signal);
    // The throttle leaves out a report that comes too soon.
    const slow = async (blob: Blob) => {
      await new Promise((resolve) => setTimeout(resolve, 120));
      return decodeInNode(blob);
    };
    await expect(importPictures({ datasetId, files }, stopping, slow)).rejects.toThrow();
    expect(await loadPictures(datasetId)).toHaveLength(1);
    expect(await run(...files)).toEqual({ ...NOTHING, matchedCount: 1, unchangedCount: 1 });
  });
});

describe('folders and archives', () => {
  it('say products by their folders', async () => {
    const account = await run(
      file('shop/Blue mug/1.png', square(5, 5, 5)),
      file('shop/BW-7/2.png', square(9, 9, 9)),
    );
    expect(account).toEqual({ ...NOTHING, matchedCount: 2 });
    expect(await stored()).toEqual([
      ['Blue mug', 'shop/Blue mug/1.png'],
      ['Red bowl', 'shop/BW-7/2.png'],
    ]);
  });

  it('may be zips, without what a Mac leaves there', async () => {
    const zip = zipSync({
      'shop/Blue mug/1.png': square(5, 5, 5),
      '__MACOSX/shop/Blue mug/._1.png': new Uint8Array(9),
      'shop/.DS_Store': new Uint8Array(9),
      'shop/notes.txt': strToU8('x'),
    });
    const account = await run(new File([zip], 'pictures.zip'));
    expect(account).toEqual({
      ...{ ...NOTHING, matchedCount: 1 },
      refused: [{ fileName: 'shop/notes.txt', problem: 'not-a-picture' }],
    });
  });

  it('that are damaged are named, and stop no other', async () => {
    const zip = zipSync({ 'bw-7.png': square(5, 5, 5), 'mg-104.png': square(9, 9, 9) });
    const broken = zip.slice();
    // A byte of the first entry's content.
    broken[60] = broken[60]! ^ 0xff;
    const account = await run(
      new File([zip.slice(0, 200)], 'cut.zip'),
      new File([broken], 'one.zip'),
      file('4006381333931.png', square(9, 9, 9)),
    );
    expect(account).toEqual({
      ...{ ...NOTHING, matchedCount: 2 },
      refused: [
        { fileName: 'cut.zip', problem: 'damaged' },
        { fileName: 'bw-7.png', problem: 'damaged' },
      ],
    });
  });
});

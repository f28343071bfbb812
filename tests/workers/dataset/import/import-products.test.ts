import { beforeEach, describe, expect, it } from 'vitest';
import { asDetected, csvFile, fixture, jobFor, PLAIN_IMPORT } from '../../../support/csv-file.ts';
import { emptyDatabase, everythingStored } from '../../../support/database.ts';
import { loadProducts } from '#storage/data/products.ts';
import { importFile } from '#workers/dataset/import/import-file.ts';
import { importProducts } from '#workers/dataset/import/import-products.ts';
import { previewFile } from '#workers/dataset/import/preview-file.ts';

let datasetId = 0;

beforeEach(async () => {
  await emptyDatabase();
  const file = fixture('american.csv');
  const { mapping } = await previewFile(asDetected(file), jobFor());
  ({ datasetId } = await importFile({ ...PLAIN_IMPORT, file, mapping, name: 'Shop' }, jobFor()));
});

describe('importProducts', () => {
  it('reads products, spelled as in the history, and sets aside those without a title', async () => {
    const file = fixture('new-products.csv');
    const report = await importProducts({ file, datasetId }, jobFor());
    expect(report.products).toEqual([
      {
        ...{ id: 'new-1', title: 'Birch Bowl', category: 'Kitchen', brand: '' },
        ...{ listPrice: 24, unitCost: 9.5, attributes: {} },
      },
      {
        ...{ id: 'new-2', title: 'Felt Coaster', category: 'Home', brand: '' },
        ...{ listPrice: 6, unitCost: null, attributes: {} },
      },
    ]);
    expect(report.rowsRead).toBe(3);
    expect(report.issues).toMatchObject([{ kind: 'missing-title', rows: [4] }]);
    expect(await loadProducts(datasetId)).toEqual(report.products);
  });

  it('adds to the products that wait already', async () => {
    for (const title of ['Mug', 'Cup']) {
      await importProducts({ file: csvFile(`title\n${title}\n`), datasetId }, jobFor());
    }
    const waiting = await loadProducts(datasetId);
    expect(waiting.map(({ id, title }) => [id, title])).toEqual([
      ['new-1', 'Mug'],
      ['new-2', 'Cup'],
    ]);
  });

  it('takes a platform’s catalogue for its products, whatever rows it has of each', async () => {
    const file = csvFile(
      [
        'Handle,Title,Body (HTML),Vendor,Product Category,Type,Tags,Published,Option1 Name,Option1 Value,Variant SKU,Variant Price,Image Src',
        'oak-bowl,Oak Bowl,<p>Oak</p>,,,Kitchen,,true,Size,S,OAK-S,20,a.jpg',
        'oak-bowl,,,,,,,,,L,OAK-L,24,b.jpg',
        'oak-bowl,,,,,,,,,,,,c.jpg',
        'felt-mat,Felt Mat,,,,Home,,true,Title,Default Title,MAT,6,d.jpg',
      ].join('\n'),
    );
    const { products } = await importProducts({ file, datasetId }, jobFor());
    expect(products).toMatchObject([
      { id: 'oak-bowl', title: 'Oak Bowl', category: 'Kitchen', listPrice: 22 },
      { id: 'felt-mat', title: 'Felt Mat', category: 'Home', listPrice: 6 },
    ]);
  });

  it('gives two files that come at once ids of their own', async () => {
    const files = ['Mug', 'Cup'].map((title) => csvFile(`title\n${title}\n`));
    await Promise.all(files.map((file) => importProducts({ file, datasetId }, jobFor())));
    const waiting = await loadProducts(datasetId);
    expect(waiting.map(({ id }) => id)).toEqual(['new-1', 'new-2']);
  });

  it.each([
    { says: 'no column of titles', text: 'price\n5\n', code: 'mapping-invalid' },
    { says: 'nothing in it', text: '', code: 'file-empty' },
    { says: 'a header alone', text: 'title\n', code: 'header-only' },
  ])('refuses a file with $says, and changes nothing', async ({ text, code }) => {
    const before = await everythingStored();
    const importing = importProducts({ file: csvFile(text), datasetId }, jobFor());
    await expect(importing).rejects.toMatchObject({ code });
    expect(await everythingStored()).toEqual(before);
  });

  it('needs a data set, whose columns they share', async () => {
    const importing = importProducts(
      { file: fixture('new-products.csv'), datasetId: 404 },
      jobFor(),
    );
    await expect(importing).rejects.toMatchObject({ code: 'dataset-missing' });
  });
});

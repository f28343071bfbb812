import { emptyDatabase, everythingStored } from '../../../support/database.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { loadStock } from '#storage/data/stock.ts';
import { importFile } from '#workers/dataset/import/import-file.ts';
import { importStock } from '#workers/dataset/import/import-stock.ts';
import { previewFile } from '#workers/dataset/import/preview-file.ts';
import { asDetected, csvFile, fixture, jobFor, PLAIN_IMPORT } from '../../../support/csv-file.ts';
import { workbookFile } from '../../../support/workbook.ts';

const TODAY = 20_500;
let datasetId = 0;

beforeEach(async () => {
  await emptyDatabase();
  const file = fixture('american.csv');
  const { mapping } = await previewFile(asDetected(file), jobFor());
  ({ datasetId } = await importFile({ ...PLAIN_IMPORT, file, mapping, name: 'Shop' }, jobFor()));
});

const importOf = (file: File, job = jobFor()) =>
  importStock({ file, datasetId, today: TODAY }, job);
const importText = (text: string) => importOf(csvFile(text, 'stock.csv'));

describe('importStock', () => {
  it('keeps what is in stock on the day, and accounts for the rest', async () => {
    const account = await importText(
      [
        'SKU;Product;Category;Price;On hand;Sold per week',
        'K-1;Birch Bowl;Kitchen;$12.50;1,200;30',
        'K-2;Felt Coaster;Kitchen;$4.00;0;2',
        ';;;;7;',
        'K-3;Copper Lantern;Lighting;$40.00;lots;',
      ].join('\n'),
    );
    expect(account).toEqual({
      ...{ rowsRead: 4, itemCount: 1, soldOutCount: 1, namelessCount: 1, unreadableCount: 1 },
    });
    expect(await loadStock(datasetId)).toEqual({
      ...{ fileName: 'stock.csv', asOf: TODAY },
      items: [
        {
          ...{ productId: 'K-1', title: 'Birch Bowl', category: 'Kitchen', brand: '' },
          ...{ price: 12.5, onHand: 1200, weeklyUnits: 30 },
        },
      ],
    });
  });

  it('reads a workbook, and takes the place of the list before', async () => {
    await importText('Product,Stock\nMug,4');
    await importOf(
      workbookFile([
        ['Product', 'Stock'],
        ['Jug', 9],
      ]),
    );
    expect((await loadStock(datasetId))?.items.map(({ title }) => title)).toEqual(['Jug']);
  });

  it('says what is missing, and keeps what was there', async () => {
    await importText('Product,Stock\nMug,4');
    const before = await everythingStored();
    await expect(importText('Product,Colour\nMug,blue')).rejects.toMatchObject({
      code: 'no-stock-column',
    });
    await expect(importText('Shelf,Stock\n4,9')).rejects.toMatchObject({
      ...{ code: 'mapping-invalid', details: { field: 'title' } },
    });
    const stopped = jobFor(undefined, AbortSignal.abort());
    await expect(importOf(csvFile('Product,Stock\nJug,4'), stopped)).rejects.toMatchObject({
      name: 'AbortError',
    });
    expect(await everythingStored()).toEqual(before);
  });
});

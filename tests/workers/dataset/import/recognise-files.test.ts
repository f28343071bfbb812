import { describe, expect, it } from 'vitest';
import { csvFile, fixture, jobFor } from '../../../support/csv-file.ts';
import { shopifyShop } from '../../../support/shopify-shop/shopify-shop.ts';
import { recogniseFiles } from '#workers/dataset/import/recognise-files.ts';

const { ordersCsv, productsCsv } = shopifyShop({ seed: 1, orders: 30 });

describe('recogniseFiles', () => {
  it('tells exports from tables of launches and from what cannot be read', async () => {
    const files = [
      csvFile(ordersCsv),
      fixture('american.csv'),
      csvFile(productsCsv),
      csvFile('', 'empty.csv'),
      csvFile('\u0089PNG\r\n\u001a\n\0\0\0\rIHDR', 'picture.png'),
      fixture('exports/taobao_ExportOrderList_46col.gbk.csv'),
    ];
    expect(await recogniseFiles(files, jobFor())).toEqual([true, false, true, false, false, true]);
    expect(await recogniseFiles([], jobFor())).toEqual([]);
  });

  it('knows a Shopify file that lacks a needed column, so that someone can say so', async () => {
    const without = csvFile(ordersCsv.replace('Lineitem quantity', 'Internal'));
    expect(await recogniseFiles([without], jobFor())).toEqual([true]);
  });

  it('stops when it is told to', async () => {
    const stop = new AbortController();
    stop.abort();
    const asked = recogniseFiles([csvFile(ordersCsv)], jobFor(undefined, stop.signal));
    await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
  });
});

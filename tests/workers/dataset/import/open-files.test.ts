import { describe, expect, it, vi } from 'vitest';
import { csvFile, fixture, jobFor } from '../../../support/csv-file.ts';
import { shopRequest } from '../../../support/shop-request.ts';
import { shopifyShop } from '../../../support/shopify-shop/shopify-shop.ts';
import { FileCache } from '#workers/dataset/import/file-cache.ts';
import { holdsExport, openFiles } from '#workers/dataset/import/open-files.ts';
import { previewExports } from '#workers/dataset/import/preview-exports.ts';
import { previewFile } from '#workers/dataset/import/preview-file.ts';
import { AS_DETECTED } from '#core/import/csv/reading-choice.ts';

const { ordersCsv, productsCsv } = shopifyShop({ seed: 1, orders: 30 });

describe('holdsExport', () => {
  it('tells exports from tables of launches and from what cannot be read', async () => {
    const files = [
      csvFile(ordersCsv),
      fixture('american.csv'),
      csvFile(productsCsv),
      csvFile('', 'empty.csv'),
      csvFile('\u0089PNG\r\n\u001a\n\0\0\0\rIHDR', 'picture.png'),
      fixture('exports/taobao_ExportOrderList_46col.gbk.csv'),
    ];
    const found = files.map((file) => holdsExport(file, new FileCache()));
    expect(await Promise.all(found)).toEqual([true, false, true, false, false, true]);
  });

  it('knows a Shopify file that lacks a needed column, so that someone can say so', async () => {
    const without = csvFile(ordersCsv.replace('Lineitem quantity', 'Internal'));
    expect(await holdsExport(without, new FileCache())).toBe(true);
  });
});

describe('openFiles', () => {
  it('shows all files together where one is an export', async () => {
    const request = shopRequest([fixture('american.csv'), csvFile(ordersCsv, 'orders.csv')]);
    expect(await openFiles(request, jobFor(), new FileCache())).toEqual({
      kind: 'exports',
      preview: await previewExports(request, jobFor(), new FileCache()),
    });
  });

  it('shows the first file as a table where none is', async () => {
    const file = fixture('american.csv');
    const request = shopRequest([file, csvFile('', 'empty.csv')]);
    expect(await openFiles(request, jobFor(), new FileCache())).toEqual({
      kind: 'table',
      preview: await previewFile({ file, reading: AS_DETECTED }, jobFor()),
    });
  });

  it('tells what buyers said from everything else, and only where all files hold it', async () => {
    const reviews = csvFile('sku,rating,content\nA,5,Lovely\nB,1,Too small\n', 'reviews.csv');
    const opened = (...files: File[]) => openFiles(shopRequest(files), jobFor(), new FileCache());
    expect(await opened(reviews)).toEqual({ kind: 'reviews' });
    expect(await opened(reviews, fixture('american.csv'))).toMatchObject({ kind: 'table' });
    expect(await opened(reviews, csvFile(ordersCsv, 'orders.csv'))).toMatchObject({
      kind: 'exports',
    });
  });

  it('tells market data files, and asks for one kind at a time', async () => {
    const reviews = csvFile('sku,rating,content\nA,5,Lovely\nB,1,Too small\n', 'reviews.csv');
    const trends = csvFile(
      'Category: All categories\n\nWeek,lamp: (UK)\n2025-01-05,40\n2025-01-12,100\n',
      'trends.csv',
    );
    const opened = (...files: File[]) => openFiles(shopRequest(files), jobFor(), new FileCache());
    expect(await opened(trends)).toEqual({ kind: 'market' });
    expect(await opened(trends, trends)).toEqual({ kind: 'market' });
    expect(await opened(trends, fixture('american.csv'))).toMatchObject({ kind: 'table' });
    expect(await opened(csvFile(ordersCsv, 'orders.csv'), trends)).toMatchObject({
      kind: 'exports',
    });
    await expect(opened(reviews, trends)).rejects.toMatchObject({ code: 'files-mixed' });
  });

  it('shows nothing of a table that cannot be read, and reading it says why', async () => {
    const file = csvFile('', 'empty.csv');
    const cache = new FileCache();
    const opened = await openFiles(shopRequest([file]), jobFor(), cache);
    expect(opened).toEqual({ kind: 'table', preview: null });
    const reading = previewFile({ file, reading: AS_DETECTED }, jobFor(), cache);
    await expect(reading).rejects.toMatchObject({ code: 'file-empty' });
    expect(await openFiles(shopRequest([]), jobFor(), cache)).toEqual(opened);
  });

  it('reads the beginning of a table once, until other files take its place', async () => {
    const file = fixture('american.csv');
    const read = vi.spyOn(Blob.prototype, 'arrayBuffer');
    const cache = new FileCache();
    await openFiles(shopRequest([file]), jobFor(), cache);
    const readAtFirst = read.mock.calls.length;
    await previewFile({ file, reading: AS_DETECTED }, jobFor(), cache);
    expect(read.mock.calls).toHaveLength(readAtFirst);
    await openFiles(shopRequest([csvFile(ordersCsv)]), jobFor(), cache);
    read.mockClear();
    await previewFile({ file, reading: AS_DETECTED }, jobFor(), cache);
    expect(read).toHaveBeenCalled();
  });

  it('stops when it is told to', async () => {
    const stop = new AbortController();
    stop.abort();
    const asked = openFiles(
      shopRequest([csvFile(ordersCsv)]),
      jobFor(undefined, stop.signal),
      new FileCache(),
    );
    await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
  });
});

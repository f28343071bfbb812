import { beforeEach, describe, expect, it } from 'vitest';
import { emptyDatabase, everythingStored } from '../../../support/database.ts';
import { csvFile, fixture, jobFor } from '../../../support/csv-file.ts';
import { shopRequest } from '../../../support/shop-request.ts';
import { shopifyShop } from '../../../support/shopify-shop/shopify-shop.ts';
import { AS_DETECTED } from '#core/import/csv/reading-choice.ts';
import { FileCache } from '#workers/dataset/import/file-cache.ts';
import { previewExports } from '#workers/dataset/import/preview-exports.ts';

const { ordersCsv, productsCsv, truth } = shopifyShop({ seed: 1, orders: 600 });
const lineCount = truth.orders.reduce((count, { lines }) => count + lines.length, 0);
const orders = () => csvFile(ordersCsv, 'orders_export.csv');
const products = () => csvFile(productsCsv, 'products_export.csv');

/** A file that can be read once only, and says when it was. */
function readOnce(file: File): { readonly file: File; readonly wasRead: () => boolean } {
  let reads = 0;
  let isOver = false;
  const guarded = new Proxy(file, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      return (...args: unknown[]): unknown => {
        if (isOver) throw new Error(`read again by ${String(name)}`);
        reads += 1;
        return Reflect.apply(value, target, args);
      };
    },
  });
  return {
    file: guarded,
    wasRead: () => {
      isOver = true;
      return reads > 0;
    },
  };
}

beforeEach(emptyDatabase);

describe('previewExports', () => {
  it('shows what each file is and what comes of them together, and stores nothing', async () => {
    const before = await everythingStored();
    const request = shopRequest([products(), orders()]);
    const preview = await previewExports(request, jobFor(), new FileCache());
    expect(preview.files).toMatchObject([
      { name: 'products_export.csv', found: { platform: 'Shopify', kind: 'catalogue' } },
      {
        ...{ name: 'orders_export.csv', sizeBytes: orders().size, rowCount: lineCount },
        found: { formatId: 'shopify-orders', platform: 'Shopify', kind: 'order-lines' },
      },
    ]);
    expect(preview.problems).toEqual([]);
    expect(preview.account).toMatchObject({
      ...{ linesRead: lineCount, launchCount: truth.launches.length },
    });
    const most = Math.max(...truth.launches.map(({ units28 }) => units28));
    expect(preview.largest[0]!.units).toBe(most);
    expect(preview.largest).toHaveLength(20);
    expect(preview.gaps).toEqual(['no-ad-spend']);
    expect(await everythingStored()).toEqual(before);
  });

  it('says of a month of orders what is missing to see a launch', async () => {
    const [header, ...lines] = ordersCsv.split('\n');
    const month = csvFile([header, ...lines.slice(0, 90)].join('\n'), 'orders_export.csv');
    const { account, lack } = await previewExports(shopRequest([month]), jobFor(), new FileCache());
    expect(account).toMatchObject({ launchCount: 0 });
    expect(lack).toMatchObject({ kind: 'short-records', beforeDays: 120, afterDays: 28 });
  });

  it('shows which products were sold in several variants', async () => {
    const { rolledUp } = await previewExports(shopRequest([orders()]), jobFor(), new FileCache());
    expect(rolledUp.launchCount).toBeGreaterThan(3);
    expect(rolledUp.largest[0]!.variants.length).toBeGreaterThan(1);
    const request = shopRequest([orders()], { level: 'variant' });
    const each = await previewExports(request, jobFor(), new FileCache());
    expect(each.rolledUp).toEqual({ launchCount: 0, variantCount: 0, largest: [] });
  });

  it('reads sales without orders, known by their rows', async () => {
    const day = (i: number) => new Date(Date.UTC(2022, 0, 1 + i)).toISOString().slice(0, 10);
    const rows = Array.from({ length: 2_000 }, (_, i) => {
      const product = Math.floor((i * 37) / 2_000) - (i % 3);
      return `${day(Math.floor(i / 4))},Tea ${Math.max(0, product)},${1 + (i % 2)}`;
    });
    const file = csvFile(['Date,Product,Qty', ...rows].join('\n'), 'sales.csv');
    const preview = await previewExports(shopRequest([file]), jobFor(), new FileCache());
    expect(preview.files[0]!.found).toMatchObject({ formatId: 'plain-sales', platform: '' });
    expect(preview.account).toMatchObject({ linesRead: 2_000, linesCounted: 2_000 });
    expect(preview.account!.launchCount).toBeGreaterThan(15);
    expect(preview.lack).toBeNull();
  });

  it('does not read the files again for other settings', async () => {
    const cache = new FileCache();
    const guarded = readOnce(orders());
    const first = await previewExports(shopRequest([guarded.file]), jobFor(), cache);
    expect(guarded.wasRead()).toBe(true);
    const [week, same] = [
      await previewExports(shopRequest([guarded.file], { horizonDays: 7 }), jobFor(), cache),
      await previewExports(shopRequest([guarded.file]), jobFor(), cache),
    ];
    expect(same).toEqual(first);
    expect(week.largest[0]!.units).toBeLessThan(first.largest[0]!.units);
  });

  it('reads them again for another clock, or when they are others', async () => {
    const cache = new FileCache();
    const request = shopRequest([orders()]);
    const here = await previewExports(request, jobFor(), cache);
    const there = await previewExports({ ...request, timeZone: 'Asia/Tokyo' }, jobFor(), cache);
    expect(there.account!.firstDay - here.account!.firstDay).toBeLessThanOrEqual(1);
    expect(there.largest).not.toEqual(here.largest);
    const other = csvFile(shopifyShop({ seed: 2, orders: 150 }).ordersCsv, 'orders_export.csv');
    const others = await previewExports(shopRequest([other]), jobFor(), cache);
    expect(others.account!.linesRead).toBeLessThan(lineCount);
  });

  it('reads each of two files of one name, size and time', async () => {
    const text = await orders().text();
    const facts = [text, text.replaceAll('#', 'N')].map(
      (content) => new File([content], 'orders.csv', { lastModified: 1 }),
    );
    const cache = new FileCache();
    for (const file of facts) await cache.open({ file, reading: AS_DETECTED });
    const { account } = await previewExports(shopRequest(facts), jobFor(), cache);
    expect(account!.linesRead).toBe(2 * lineCount);
  });

  it('reads them anew after a stop', async () => {
    const cache = new FileCache();
    const stop = new AbortController();
    stop.abort();
    const stopped = previewExports(shopRequest([orders()]), jobFor(undefined, stop.signal), cache);
    await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
    const preview = await previewExports(shopRequest([orders()]), jobFor(), cache);
    expect(preview.account!.linesRead).toBe(lineCount);
  });

  it('names a file that is no export, and one of which nothing says what was sold', async () => {
    const files = [fixture('american.csv'), products()];
    const preview = await previewExports(shopRequest(files), jobFor(), new FileCache());
    expect(preview).toMatchObject({ account: null, largest: [], gaps: [] });
    expect(preview.files[0]).toMatchObject({ name: 'american.csv', found: null, rowCount: 0 });
    expect(preview.problems).toEqual([
      { kind: 'unrecognised', file: 'american.csv', tableKind: 'launches' },
      { kind: 'no-sales' },
    ]);
  });
});

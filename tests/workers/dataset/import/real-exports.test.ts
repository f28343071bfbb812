// Files of real shops, over the whole way from bytes to launches. They are not ours to ship: run where they are at hand.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import type { DerivationSettings } from '#core/import/derivation/derivation-settings.ts';
import { dayFromCalendar } from '#core/base/dates.ts';
import type { CatalogueProduct } from '#core/import/platform-files/catalogue/catalogue.ts';
import type { ExportsPreview } from '#core/import/marketing/exports-preview.ts';
import type { JoinedExports } from '#core/import/derivation/join-exports.ts';
import { paidPrices } from '#core/import/platform-files/orders/paid-prices.ts';
import { FileCache } from '#workers/dataset/import/file-cache.ts';
import { ThrottledJob } from '#workers/runtime/throttled-job.ts';
import { previewExports } from '#workers/dataset/import/preview-exports.ts';
import { jobFor } from '../../../support/csv-file.ts';
import { allLines, columnTexts } from '../../../support/order-lines.ts';
import { shopRequest } from '../../../support/shop-request.ts';

const DIR = fileURLToPath(new URL('../../../../../shared/data/real-exports', import.meta.url));

interface Dropped extends ExportsPreview {
  readonly joined: JoinedExports;
}

async function dropped(
  names: readonly string[],
  settings: Partial<DerivationSettings> = {},
): Promise<Dropped> {
  const files = names.map((name) => new File([readFileSync(join(DIR, name))], name));
  const request = { ...shopRequest(files, settings), timeZone: null };
  const cache = new FileCache();
  const preview = await previewExports(request, jobFor(), cache);
  const { joined } = await cache.openShop(request, new ThrottledJob(jobFor()));
  return { ...preview, joined };
}

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((all, n) => all + n, 0);

/** Each row of each file has become something. */
function expectWholeAccounts({ files }: Dropped): void {
  for (const { account, rowCount } of files) {
    const others = sum(account!.otherKinds.map((kind) => kind.rowCount));
    const { usedRows, refundRows, unnamedRows, repeatedRows } = account!;
    expect(usedRows + refundRows + others + unnamedRows + repeatedRows).toBe(rowCount);
    expect(unnamedRows).toBeGreaterThanOrEqual(0);
  }
}

function days({ joined }: Dropped): readonly [number, number] {
  const told = [...joined.lines!.orderedAt].filter((day) => !Number.isNaN(day)).map(Math.floor);
  return [Math.min(...told), Math.max(...told)];
}

describe.skipIf(!existsSync(DIR))('exports of real shops', () => {
  it('lines of orders by category ask for a column of products', async () => {
    const file = 'Amazon Sale Report.csv';
    const drop = await dropped([file]);
    expect(drop.files).toMatchObject([
      { rowCount: 3000, found: { formatId: 'plain-order-lines', kind: 'order-lines' } },
    ]);
    expect(drop.problems).toEqual([{ kind: 'no-product-column', file, nearest: 'Category' }]);
    expect(drop.lack).toMatchObject({ kind: 'short-records', dayCount: 7, afterDays: 28 });
    expect(drop.account).toMatchObject({ linesRead: 3000, linesCounted: 0, launchCount: 0 });
    expect(drop.account!.linesSetAside['no-product']).toBe(3000);
    expect(days(drop)).toEqual([dayFromCalendar(2022, 4, 24), dayFromCalendar(2022, 4, 30)]);
    expect(new Set(columnTexts(drop.joined.lines!.category)).size).toBe(8);
    // "Amount" is of the line: two pieces cost half of it each.
    const several = allLines(drop.joined.lines!).find(({ quantity }) => quantity === 2)!;
    expect(several.unitPrice * 2).toBe(Math.round(several.unitPrice * 2));
    const amounts = allLines(drop.joined.lines!).filter((line) => line.quantity > 0);
    const written = readFileSync(join(DIR, file), 'utf8').trim().split(/\r?\n/).slice(1);
    const soldFor = written.map((line) => line.split(',').slice(-2).map(Number));
    expect(sum(amounts.map((line) => line.quantity * (line.unitPrice || 0)))).toBeCloseTo(
      sum(soldFor.filter(([pieces]) => pieces! > 0).map(([, amount]) => amount!)),
      4,
    );
  });

  it('invoices of a supermarket are no launches', async () => {
    const file = 'supermarket_sales - Sheet1.csv';
    const drop = await dropped([file]);
    expect(drop.files[0]).toMatchObject({ rowCount: 1000, found: { kind: 'order-lines' } });
    expect(drop.problems).toEqual([{ kind: 'no-product-column', file, nearest: 'Product line' }]);
    // Month first in both ways that they are written.
    expect(days(drop)).toEqual([dayFromCalendar(2019, 1, 1), dayFromCalendar(2019, 3, 30)]);
    const [first] = allLines(drop.joined.lines!).filter(({ orderId }) => orderId === '750-67-8428');
    expect(first).toMatchObject({ quantity: 7, unitPrice: 74.69, discount: 0, brand: '' });
    expect(first!.orderedAt).toBeCloseTo(dayFromCalendar(2019, 1, 5) + (13 * 60 + 8) / 1440, 9);
    expect(drop.largest).toEqual([]);
  });

  it('transactions with a discount in per cent', async () => {
    const file = 'ventes.csv';
    const drop = await dropped([file]);
    expect(drop.files[0]).toMatchObject({ rowCount: 20, account: { usedRows: 20 } });
    expect(drop.problems).toEqual([
      { kind: 'no-product-column', file, nearest: 'Product Category' },
    ]);
    expect(drop.lack).toMatchObject({ kind: 'short-records', dayCount: 20 });
    const { lines } = drop.joined;
    expect(allLines(lines!).slice(0, 2)).toMatchObject([
      { orderId: '1', category: 'Clothing', quantity: 1, unitPrice: 69 },
      { orderId: '2', category: 'Beauty', quantity: 3, unitPrice: 145 },
    ]);
    expect(lines!.discount[1]).toBeCloseTo(87, 9);
    expect([...paidPrices(lines!)].slice(0, 4)).toEqual([65.55, 116, 116.45, 198]);
  });

  describe('a list of orders and the details of orders', () => {
    const ORDERS = 'List of Orders.csv';
    const DETAILS = 'Order Details.csv';

    it('are joined by the number of the order', async () => {
      const drop = await dropped([ORDERS, DETAILS]);
      expect(drop.files).toMatchObject([
        { found: { kind: 'orders' }, account: { usedRows: 500 } },
        { found: { kind: 'order-lines' }, account: { usedRows: 1500 } },
      ]);
      expectWholeAccounts(drop);
      expect(drop.problems).toEqual([
        { kind: 'no-product-column', file: DETAILS, nearest: 'Sub-Category' },
        { kind: 'lines-without-order', file: DETAILS, lineCount: 1000 },
      ]);
      expect(drop.account!.linesSetAside).toMatchObject({ 'no-date': 1000, 'no-product': 500 });
      expect(days(drop)[0]).toBe(dayFromCalendar(2018, 4, 1));
      const lines = allLines(drop.joined.lines!);
      const [first] = lines.filter(({ orderId }) => orderId === 'B-25601');
      expect(first).toMatchObject({ quantity: 7, orderedAt: dayFromCalendar(2018, 4, 1) });
      expect(first!.unitPrice * 7).toBeCloseTo(1275, 9);
      const [third] = lines.filter(({ orderId }) => orderId === 'B-25603');
      expect(third!.orderedAt).toBe(dayFromCalendar(2018, 4, 3));
    });

    it('say what the other is needed for', async () => {
      const orders = await dropped([ORDERS]);
      expect(orders.problems).toEqual([
        { kind: 'orders-without-items', orderCount: 500 },
        { kind: 'no-sales' },
      ]);
      const details = await dropped([DETAILS]);
      expect(details.problems).toEqual([
        { kind: 'no-product-column', file: DETAILS, nearest: 'Sub-Category' },
        { kind: 'lines-without-order', file: DETAILS, lineCount: 1000 },
        { kind: 'undated-lines', lineCount: 500 },
      ]);
    });
  });

  it('payments of eBay, with sales between fees and payouts', async () => {
    const drop = await dropped(['ebay-Transaction-Report.csv'], { burnInDays: 0 });
    expect(drop.problems).toEqual([]);
    expect(drop.files).toMatchObject([
      {
        rowCount: 300,
        found: { formatId: 'ebay-transactions', platform: 'eBay', kind: 'order-lines' },
        account: {
          ...{ usedRows: 82, refundRows: 3, unnamedRows: 0, repeatedRows: 0 },
          otherKinds: [
            { name: 'Shipping label', rowCount: 78 },
            { name: 'Other fee', rowCount: 60 },
            { name: 'Payout', rowCount: 60 },
            { name: 'Transfer', rowCount: 15 },
            { name: 'Hold', rowCount: 2 },
          ],
        },
      },
    ]);
    expectWholeAccounts(drop);
    const { lines } = drop.joined;
    expect(days(drop)).toEqual([dayFromCalendar(2022, 5, 3), dayFromCalendar(2023, 1, 1)]);
    expect(new Set(columnTexts(lines!.productId)).size).toBe(82);
    expect(sum(lines!.unitPrice)).toBeCloseTo(2511.93, 6);
    expect(columnTexts(lines!.sku).every((sku) => sku === '')).toBe(true);
    const refunded = allLines(lines!).filter((line) => line.refunded > 0);
    const cents = refunded.map((line) => Math.round(line.refunded * 100) / 100);
    expect(refunded.map(({ orderId }, i) => [orderId.slice(-2), cents[i]])).toEqual([
      ...[
        ['39', 17.85],
        ['29', 14.65],
        ['16', 12.99],
      ],
    ]);
    expect(drop.account).toMatchObject({ linesCounted: 82, productCount: 82 });
    expect(drop.largest.every(({ units }) => units === 1)).toBe(true);
    expect(drop.lack).toEqual({ kind: 'single-pieces' });
  });

  describe('a till of Square, in three files', () => {
    const FILES = [
      ...['square item_sales_may.csv', 'square items-2026-06-01-2026-06-12.csv'],
      'square items-2026-07-10-2026-07-15.csv',
    ];
    let drop: Dropped;
    beforeAll(async () => {
      drop = await dropped(FILES, { burnInDays: 0 });
    });

    it('is one history', () => {
      expect(drop.problems).toEqual([]);
      expect(drop.files.map(({ rowCount }) => rowCount)).toEqual([223, 210, 322]);
      expectWholeAccounts(drop);
      expect(drop.account).toMatchObject({ linesRead: 755, linesCounted: 754, productCount: 8 });
      expect(drop.account!.linesSetAside['not-a-product']).toBe(1);
      expect(days(drop)).toEqual([dayFromCalendar(2026, 5, 22), dayFromCalendar(2026, 7, 14)]);
    });

    it('has no category, and money as the till writes it', () => {
      const { lines } = drop.joined;
      expect(new Set(columnTexts(lines!.category))).toEqual(new Set(['']));
      expect(sum(lines!.discount)).toBeCloseTo(2.34 * 2 + 1.82 + 2.08, 9);
      const back = allLines(lines!).filter(({ quantity }) => quantity < 0);
      expect(back.map(({ title, unitPrice }) => [title, unitPrice])).toEqual([
        ['matcha latte', 7],
        ['Matcha Latte', 9],
      ]);
      const lemonade = allLines(lines!).find(
        ({ title, quantity }) => title === 'Lemonade' && quantity === 2,
      );
      expect(lemonade!.unitPrice).toBeGreaterThan(2);
      expect(columnTexts(lines!.variant)).toContain('Regular / 16oz, Strawberry');
    });

    it('tells of few launches for certain: after weeks without a file there are none', async () => {
      const few = await dropped(FILES);
      expect(few.account).toMatchObject({ productCount: 8, launchCount: 0 });
      expect(drop.joined.gaps).toEqual([
        { from: dayFromCalendar(2026, 6, 11), until: dayFromCalendar(2026, 7, 11) },
      ]);
      expect(drop.account!.launchCount).toBe(0);
      expect(drop.account!.productsSetAside['beside-gap']).toBeGreaterThan(0);
    });
  });

  it('products of Wix, priced by their variants', async () => {
    const drop = await dropped(['wix catalog_products.csv']);
    const { catalogue } = drop.joined;
    expect(drop.problems).toEqual([{ kind: 'no-sales' }]);
    expect(drop.files).toMatchObject([
      { found: { platform: 'Wix', kind: 'catalogue' }, account: { usedRows: 816, entryCount: 16 } },
    ]);
    expect(catalogue).toHaveLength(16);
    expect(sum(catalogue.map(({ variants }) => variants.length))).toBe(800);
    expect(catalogue[0]).toMatchObject({
      ...{ title: 'Trellis in Bloom', category: 'Wedding', brand: 'Carlson Craft' },
      ...{ unitCost: NaN, listedOn: NaN },
    });
    expect(catalogue.every(({ listPrice }) => listPrice >= 10 && listPrice <= 1503)).toBe(true);
    expect(catalogue[0]!.description).toMatch(/^Designed by Carlson Craft\./);
    expect(catalogue.some(({ description }) => /<|&nbsp;/.test(description))).toBe(false);
  });

  it('products of WooCommerce in Russian, below an empty line', async () => {
    const drop = await dropped(['woocommerce wc-product-export_ru.csv']);
    expect(drop.problems).toEqual([{ kind: 'no-sales' }]);
    expect(drop.files[0]).toMatchObject({
      ...{ rowCount: 9, found: { platform: 'WooCommerce', kind: 'catalogue' } },
      account: { usedRows: 9, entryCount: 9 },
    });
    const { catalogue } = drop.joined;
    expect(catalogue.map(({ productId }) => productId)).toEqual([
      ...['40', '41', '43', '139', '140', '141', '153', '159', '160'],
    ]);
    expect(catalogue.map(({ listPrice }) => listPrice).slice(0, 8)).toEqual([
      ...[240, 1200, 200, 200, 200, 200, 245, 333],
    ]);
    expect(catalogue[2]).toMatchObject({ title: 'Товар 3', category: 'Женская одежда' });
  });

  it('orders of TikTok Shop, of which one was sold', async () => {
    const drop = await dropped(['fixture tiktok-shop orders_th.csv'], { burnInDays: 0 });
    expect(drop.files[0]).toMatchObject({
      found: { platform: 'TikTok Shop', kind: 'order-lines' },
    });
    expectWholeAccounts(drop);
    expect(drop.account).toMatchObject({ linesRead: 4, linesCounted: 2 });
    expect(drop.account!.linesSetAside.cancelled).toBe(2);
    const { lines } = drop.joined;
    const sold = allLines(lines!).filter(({ isCancelled }) => !isCancelled);
    expect(sold).toMatchObject([
      {
        orderId: '583870900000000001',
        productId: 'Serum A',
        quantity: 2,
        unitPrice: 120,
        discount: 40,
      },
      {
        orderId: '583870900000000001',
        productId: 'Serum B',
        quantity: 1,
        unitPrice: 70,
        discount: 12,
      },
    ]);
    const paid = paidPrices(lines!);
    expect(columnTexts(lines!.title).map((title, line) => [title, paid[line]])).toEqual(
      expect.arrayContaining([
        ['Serum A', 100],
        ['Serum B', 58],
      ]),
    );
    expect(Math.floor(sold[0]!.orderedAt)).toBe(dayFromCalendar(2026, 5, 10));
  });

  it('ads of Shopee are spending, and never sales', async () => {
    const drop = await dropped(['fixture shopee-ads_id.csv']);
    expect(drop.problems).toEqual([{ kind: 'no-sales' }]);
    expect(drop.files[0]).toMatchObject({
      ...{ rowCount: 3, found: { platform: 'Shopee Ads', kind: 'ads' } },
      account: { usedRows: 3 },
    });
    const [report] = drop.joined.reports;
    expect([...report!.table.spend]).toEqual([899_423, 92_092, 19_540]);
    expect(sum(report!.table.spend)).toBe(1_011_055);
    expect(new Set(report!.table.from)).toEqual(new Set([dayFromCalendar(2026, 7, 1)]));
    expect(new Set(report!.table.until)).toEqual(new Set([dayFromCalendar(2026, 7, 31)]));
    expect(drop.joined.lines).toBeNull();
  });

  it('products of BigCommerce', async () => {
    const drop = await dropped(['fixture bigcommerce products.csv']);
    expect(drop.problems).toEqual([{ kind: 'no-sales' }]);
    expect(drop.files[0]!.found).toMatchObject({ platform: 'BigCommerce', kind: 'catalogue' });
    expect(drop.joined.catalogue).toEqual<CatalogueProduct[]>([
      {
        ...{ productId: '1', title: 'Classic T-Shirt', description: '100% organic cotton' },
        ...{ category: 'Clothing/T-Shirts', brand: '', listPrice: 30, unitCost: 12.5 },
        ...{ listedOn: NaN, variants: [{ sku: 'TSHIRT-BLK-M', name: '', stock: 50 }] },
      },
    ]);
  });
});

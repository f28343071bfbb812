import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { TextRows } from '#core/import/csv/text-rows.ts';
import { dayFromCalendar } from '#core/base/dates.ts';
import { joinExports, type ExportFile } from '#core/import/derivation/join-exports.ts';
import { recogniseExport } from '#core/import/platform-files/recognise-export.ts';
import { rowsOfFile, textRows } from '../../../support/export-rows.ts';
import { allLines, columnTexts, lineAt } from '../../../support/order-lines.ts';
import { shopifyShop } from '../../../support/shopify-shop/shopify-shop.ts';

const FIXTURES = join(import.meta.dirname, '../../../fixtures/exports');
const shop = shopifyShop({ seed: 1, orders: 300 });
const lineCount = shop.truth.orders.reduce((count, { lines }) => count + lines.length, 0);

function exportOf(name: string, rows: TextRows): ExportFile {
  return { name, found: recogniseExport(rows.headers)!, rows };
}

async function ofText(text: string, name: string): Promise<ExportFile> {
  return exportOf(name, await rowsOfFile(new File([text], name)));
}

async function fixture(name: string): Promise<ExportFile> {
  return exportOf(name, await rowsOfFile(new File([readFileSync(join(FIXTURES, name))], name)));
}

const orders = await ofText(shop.ordersCsv, 'orders.csv');
const products = await ofText(shop.productsCsv, 'products.csv');
const taobaoItems = await fixture('taobao_ExportOrderDetailList.gbk.csv');
const taobaoOrders = await fixture('taobao_ExportOrderList_46col.gbk.csv');

describe('joinExports, of a shop on Shopify', () => {
  it('gives all lines by their time, and the catalogue', () => {
    const { lines, catalogue, problems } = joinExports([products, orders], null);
    expect(problems).toEqual([]);
    expect(lines!.rowCount).toBe(lineCount);
    expect(lines!.orderedAt).toEqual(lines!.orderedAt.toSorted());
    expect(lineAt(lines!, 0).orderId).toBe('#1001');
    expect(new Set(columnTexts(lines!.channel))).toEqual(
      new Set(['amazon', 'web', 'facebook', 'pos', 'shopify_draft_order']),
    );
    const handles = shop.truth.goods.map(({ handle }) => handle);
    expect(catalogue.map(({ productId }) => productId)).toEqual([...handles, 'gift-card']);
  });

  it('needs no catalogue', () => {
    expect(joinExports([orders], null)).toMatchObject({
      ...{ problems: [], catalogue: [], lines: { rowCount: lineCount } },
    });
  });

  it('counts once what two files hold', () => {
    const once = joinExports([orders], null);
    const twice = joinExports([orders, { ...orders, name: 'orders (1).csv' }], null);
    expect(twice.problems).toEqual([{ kind: 'overlap', lineCount }]);
    expect(allLines(twice.lines!)).toEqual(allLines(once.lines!));
  });

  it('notices orders and products of two shops, though both sell gift cards', async () => {
    const others = await ofText(shopifyShop({ seed: 2, orders: 150 }).productsCsv, 'other.csv');
    const { problems, lines } = joinExports([orders, others], null);
    expect(problems).toMatchObject([{ kind: 'other-shop' }]);
    const known = columnTexts(lines!.title).filter((title) => title.startsWith('Gift Card'));
    expect(known.length).toBeGreaterThan(0);
    expect(problems).toEqual([{ kind: 'other-shop', knownShare: known.length / lineCount }]);
  });

  it('holds a product once that two catalogues list', () => {
    const once = joinExports([orders, products], null).catalogue;
    const later = { ...products, name: 'products (1).csv' };
    expect(joinExports([orders, products, later], null).catalogue).toEqual(once);
  });

  it('says that a catalogue alone holds no sales', () => {
    const { lines, catalogue, problems } = joinExports([products], null);
    expect(lines).toBeNull();
    expect(catalogue.length).toBe(shop.truth.goods.length + 1);
    expect(problems).toEqual([{ kind: 'no-sales' }]);
  });

  it('names a column that is missing as Shopify does, and leaves the file out', async () => {
    const without = shop.ordersCsv.replace('Lineitem quantity', 'Internal');
    const { lines, problems } = joinExports([await ofText(without, 'cut.csv'), products], null);
    expect(lines).toBeNull();
    expect(problems).toEqual([
      {
        ...{ kind: 'missing-columns', file: 'cut.csv', formatId: 'shopify-orders' },
        columns: [['Lineitem quantity']],
      },
      { kind: 'no-sales' },
    ]);
  });

  it('moves sales to the day that the shop’s clock shows', () => {
    const [here, there] = [null, 'Asia/Tokyo'].map(
      (timeZone) => joinExports([orders], timeZone).lines!.orderedAt,
    );
    const hours = here!.map((moment, line) => Math.round(24 * (there![line]! - moment)));
    expect(new Set(hours)).toEqual(new Set([13, 14]));
  });
});

describe('joinExports, of a shop on Taobao', () => {
  it('dates the items by their orders, and takes the shop’s name from there', () => {
    const { lines, problems } = joinExports([taobaoItems, taobaoOrders], null);
    expect(problems).toEqual([]);
    expect(allLines(lines!)).toMatchObject([
      { sku: 'DRESS-01', quantity: 1, channel: '示例旗舰店', isCancelled: false },
      { sku: 'PAN-20', quantity: 1, channel: '示例旗舰店', isCancelled: true },
    ]);
    expect(lines!.orderedAt.map(Math.floor)).toEqual(
      new Float64Array(2).fill(dayFromCalendar(2017, 7, 8)),
    );
  });

  it('says how many lines nothing dates', () => {
    const { lines, problems } = joinExports([taobaoItems], null);
    expect(problems).toEqual([{ kind: 'undated-lines', lineCount: 2 }]);
    expect(columnTexts(lines!.channel)).toEqual(['淘宝/天猫', '淘宝/天猫']);
  });

  it('makes lines of orders of one product each, and counts the others', () => {
    const { lines, problems } = joinExports([taobaoOrders], null);
    expect(problems).toEqual([{ kind: 'orders-without-items', orderCount: 1 }]);
    expect(allLines(lines!)).toMatchObject([
      { orderId: '20000000000000001', quantity: 1, unitPrice: 201.12, channel: '示例旗舰店' },
      { orderId: '20000000000000003', quantity: 2, unitPrice: 49.5, refunded: 49.5 },
    ]);
  });
});

describe('joinExports, of other files', () => {
  const amazonOrders = exportOf(
    'orders.txt',
    textRows({
      ...{ 'amazon-order-id': ['1'], 'purchase-date': ['2024-03-01'], 'order-status': ['Shipped'] },
      ...{ asin: ['B01'], sku: ['MUG'], quantity: ['2'], 'item-price': ['20'] },
    }),
  );
  const amazonPayments = exportOf(
    'payments.csv',
    textRows({
      ...{ 'date/time': ['Mar 2, 2024 10:00:00 AM PST'], 'settlement id': ['9'] },
      ...{ type: ['Order'], 'order id': ['1'], sku: ['MUG'], quantity: ['2'] },
      'product sales': ['20'],
    }),
  );

  it('takes the platform for the channel where no line names one', () => {
    expect(lineAt(joinExports([amazonOrders], null).lines!, 0).channel).toBe('Amazon');
  });

  it('counts an order once that a list of orders and one of payments hold', () => {
    const { lines, problems } = joinExports([amazonOrders, amazonPayments], null);
    expect(allLines(lines!)).toMatchObject([{ productId: 'B01', quantity: 2, unitPrice: 10 }]);
    expect(problems).toEqual([{ kind: 'overlap', lineCount: 1 }]);
  });

  it('holds reports of ads and visits, each as its file says', () => {
    const ads = exportOf(
      'ads.csv',
      textRows({ 'Campaign Name': ['a'], 'Advertised ASIN': ['B01'], Spend: ['3'], Date: ['x'] }),
    );
    const { reports, problems } = joinExports([amazonOrders, ads], null);
    expect(problems).toEqual([]);
    expect(reports).toMatchObject([{ file: 'ads.csv', table: { kind: 'ads', rowCount: 1 } }]);
  });

  it('says that orders are timed in UTC until somebody says by whose clock they count', () => {
    const orders = exportOf(
      'orders.txt',
      textRows({
        ...{ 'amazon-order-id': ['1'], 'purchase-date': ['2024-03-01T23:30:00+00:00'] },
        ...{ sku: ['MUG'], 'product-name': ['Mug'], quantity: ['1'], 'item-price': ['10'] },
        ...{ 'order-status': ['Shipped'], asin: ['B01'] },
      }),
    );
    const problems = (timeZone: string | null) => joinExports([orders], timeZone).problems;
    expect(problems(null)).toEqual([{ kind: 'utc-moments' }]);
    expect(problems('America/New_York')).toEqual([]);
  });

  it('holds what reports of stock say is on hand', () => {
    const stock = exportOf(
      'inventory.csv',
      textRows({ Handle: ['mug'], 'On hand (current)': ['3'], SKU: ['MUG'] }),
    );
    const { onHand, problems } = joinExports([amazonOrders, stock], null);
    expect([problems, onHand.get('MUG'), onHand.get('mug')]).toEqual([[], 3, 3]);
  });

  it('counts what came back for the lines of its order, and says what it cannot match', () => {
    const returns = exportOf(
      'returns.txt',
      textRows({
        ...{ 'return-date': ['2024-03-09', '2024-03-09'], 'order-id': ['1', '7'] },
        ...{ sku: ['MUG', 'MUG'], asin: ['B01', 'B01'], quantity: ['1', '2'] },
        'detailed-disposition': ['SELLABLE', 'SELLABLE'],
      }),
    );
    const { lines, problems } = joinExports([returns, amazonOrders], null);
    expect(allLines(lines!)).toMatchObject([{ quantity: 2, unitPrice: 10, refunded: 10 }]);
    expect(problems).toEqual([{ kind: 'unmatched-returns', pieceCount: 2 }]);
    expect(joinExports([returns], null).problems).toEqual([{ kind: 'no-sales' }]);
  });

  it('joins a list of orders and their details of no platform, and names lines without an order', () => {
    const list = exportOf(
      'list.csv',
      textRows({ 'Order ID': ['B-1', 'B-2'], 'Order Date': ['13-04-2018', '15-04-2018'] }),
    );
    const details = exportOf(
      'details.csv',
      textRows({
        ...{ 'Order ID': ['B-2', 'B-1', '', 'B-9'], Product: ['Mug', 'Tee', 'Mug', 'Cap'] },
        ...{ Quantity: ['2', '1', '1', '1'], Amount: ['18', '30', '9', '5'] },
      }),
    );
    const { lines, problems } = joinExports([list, details], null);
    expect(allLines(lines!)).toMatchObject([
      { title: 'Tee', orderedAt: dayFromCalendar(2018, 4, 13), unitPrice: 30 },
      { title: 'Mug', orderedAt: dayFromCalendar(2018, 4, 15), quantity: 2, unitPrice: 9 },
      { title: 'Mug', orderId: '', orderedAt: NaN },
      { title: 'Cap', orderId: 'B-9', orderedAt: NaN },
    ]);
    expect(problems).toEqual([
      { kind: 'lines-without-order', file: 'details.csv', lineCount: 1 },
      { kind: 'undated-lines', lineCount: 1 },
    ]);
    expect(joinExports([list], null).problems).toEqual([
      { kind: 'orders-without-items', orderCount: 2 },
      { kind: 'no-sales' },
    ]);
  });

  it('gives nothing of nothing', () => {
    expect(joinExports([], null)).toEqual({
      ...{ lines: null, catalogue: [], onHand: new Map(), reports: [], currency: null, gaps: [] },
      problems: [{ kind: 'no-sales' }],
    });
  });
});

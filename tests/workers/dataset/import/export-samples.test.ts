// Files as platforms write them, over the whole way from bytes to tables; expectations were read off the files by hand.

import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { cellAt } from '#core/import/csv/coded-column.ts';
import { dayFromCalendar } from '#core/base/dates.ts';
import type { ExportKind } from '#core/import/platform-files/export-format.ts';
import { joinOrders } from '#core/import/platform-files/orders/join-orders.ts';
import { linesOfOrders } from '#core/import/platform-files/orders/lines-of-orders.ts';
import { readCatalogue } from '#core/import/platform-files/catalogue/read-catalogue.ts';
import { readOrderLines } from '#core/import/platform-files/orders/read-order-lines.ts';
import { readOrders } from '#core/import/platform-files/orders/read-orders.ts';
import { readStock } from '#core/import/platform-files/catalogue/read-stock.ts';
import { readReport } from '#core/import/platform-files/read-report.ts';
import { recognisedAs, rowsOfFile, type Recognised } from '../../../support/export-rows.ts';
import { lineAt } from '../../../support/order-lines.ts';

const OURS = fileURLToPath(new URL('../../../fixtures/exports', import.meta.url));
/** Samples that are not ours to ship, where they are at hand. */
const ALL = fileURLToPath(new URL('../../../../../shared/data/export-formats', import.meta.url));
const hasAll = existsSync(ALL);
const AS_WRITTEN = { timeZone: null };

function rowsAt(path: string) {
  return rowsOfFile(new File([readFileSync(path)], basename(path)));
}
const ours = (name: string) => rowsAt(join(OURS, name));
const official = (name: string) => rowsAt(join(ALL, 'official', name));
const thirdParty = (name: string) => rowsAt(join(ALL, 'third-party-fixtures', name));

const at = (...[year, month, day, hours = 0, minutes = 0, seconds = 0]: number[]): number =>
  dayFromCalendar(year!, month!, day!) + (hours * 3600 + minutes * 60 + seconds) / 86_400;

const SHOPIFY_ORDERS = recognisedAs(
  'order-lines',
  {
    ...{ orderId: 'Name', orderedAt: 'Created at', status: 'Financial Status' },
    ...{ cancelledAt: 'Cancelled at', sku: 'Lineitem sku', title: 'Lineitem name' },
    ...{ brand: 'Vendor', quantity: 'Lineitem quantity', unitPrice: 'Lineitem price' },
    ...{ listPrice: 'Lineitem compare at price', discount: 'Lineitem discount' },
    ...{ orderDiscount: 'Discount Amount', coupon: 'Discount Code', channel: 'Source' },
    refunded: 'Refunded Amount',
  },
  { orderOnFirstLine: true, notSold: ['refunded', 'voided'] },
);
const SHOPIFY_PRODUCTS = recognisedAs('catalogue', {
  ...{ productId: 'Handle', sku: 'Variant SKU', title: 'Title', description: 'Body (HTML)' },
  ...{ variant: ['Option1 Value', 'Option2 Value', 'Option3 Value'], category: 'Type' },
  ...{ brand: 'Vendor', listPrice: 'Variant Compare At Price', salePrice: 'Variant Price' },
  stock: 'Variant Inventory Qty',
});
const WOO_PRODUCTS = recognisedAs('catalogue', {
  ...{ productId: 'ID', sku: 'SKU', parent: 'Parent', title: 'Name', description: 'Description' },
  ...{ variant: ['Attribute 1 value(s)', 'Attribute 2 value(s)'], category: 'Categories' },
  ...{ listPrice: 'Regular price', salePrice: 'Sale price', stock: 'Stock' },
});
const TAOBAO_ITEMS = recognisedAs(
  'order-lines',
  {
    ...{ orderId: '订单编号', title: '标题', unitPrice: '价格', quantity: '购买数量' },
    ...{ sku: '商家编码', variant: '商品属性', status: '订单状态' },
  },
  { notSold: ['交易关闭'] },
);

describe('samples that came with the project', () => {
  it('Shopify orders with few columns', async () => {
    const rows = await ours('ltv-cohort-kit/shopify_orders.csv');
    const lines = readOrderLines(rows, SHOPIFY_ORDERS, AS_WRITTEN);
    expect(lines.rowCount).toBe(9);
    expect(lineAt(lines, 0)).toMatchObject({
      ...{ orderId: '#1001', title: 'Blue Widget', quantity: 1, unitPrice: NaN, refunded: 0 },
      orderedAt: at(2025, 1, 5, 10),
    });
    expect(lineAt(lines, 1)).toMatchObject({
      ...{ orderId: '#1001', title: 'Red Gadget', orderedAt: at(2025, 1, 5, 10) },
    });
    expect(lineAt(lines, 3)).toMatchObject({ orderId: '#1003', refunded: 10 });
    expect(lineAt(lines, -1)).toMatchObject({
      ...{ orderId: '#1008', title: 'Blue Widget', orderedAt: at(2025, 2, 5, 10, 10) },
    });
    const inBerlin = readOrderLines(rows, SHOPIFY_ORDERS, { timeZone: 'Europe/Berlin' });
    expect(inBerlin.orderedAt[0]).toBeCloseTo(at(2025, 1, 5, 16), 9);
  });

  it('Shopify orders of half a year', async () => {
    const rows = await ours('ltv-cohort-kit/shopify_orders_sample.csv');
    const lines = readOrderLines(rows, SHOPIFY_ORDERS, AS_WRITTEN);
    expect(lines.rowCount).toBe(249);
    expect(lineAt(lines, 2)).toMatchObject({
      ...{ orderId: '#1001', title: 'Red Gadget', orderedAt: at(2025, 1, 15, 17, 41) },
    });
    expect(lineAt(lines, -1)).toMatchObject({
      ...{ orderId: '#1127', title: 'Green Doohickey', orderedAt: at(2025, 7, 17, 11, 42) },
      ...{ quantity: 1, isCancelled: false },
    });
    expect(lines.orderedAt.every((moment) => moment > 0)).toBe(true);
  });

  it('Taobao items and their orders, in GBK', async () => {
    const lines = readOrderLines(
      await ours('taobao_ExportOrderDetailList.gbk.csv'),
      TAOBAO_ITEMS,
      AS_WRITTEN,
    );
    expect(lines.rowCount).toBe(2);
    expect(lineAt(lines, 0)).toMatchObject({
      ...{
        orderId: '20000000000000001',
        title: '【包邮】新品 夏季连衣裙，限时8折',
        sku: 'DRESS-01',
      },
      ...{ variant: '颜色分类：红色;尺码：M', unitPrice: 239, quantity: 1, isCancelled: false },
    });
    expect(lineAt(lines, 1)).toMatchObject({
      ...{ orderId: '20000000000000002', sku: 'PAN-20', unitPrice: 219, isCancelled: true },
      orderedAt: NaN,
    });

    const found = recognisedAs(
      'orders',
      {
        ...{ orderId: '订单编号', orderedAt: '订单创建时间', title: '宝贝标题 ' },
        ...{ quantity: '宝贝总数量', orderTotal: '总金额', refunded: '退款金额' },
        status: '订单状态',
      },
      { notSold: ['交易关闭'] },
    );
    const orders = readOrders(
      await withHeaders(ours('taobao_ExportOrderList_46col.gbk.csv'), found),
      found,
      AS_WRITTEN,
    );
    expect(orders.rowCount).toBe(3);
    expect([...orders.quantity]).toEqual([1, 3, 2]);
    expect([...orders.refunded]).toEqual([0, 0, 49.5]);
    expect([...orders.isCancelled]).toEqual([0, 1, 0]);

    const joined = joinOrders(lines, orders);
    expect(joined.unmatchedLines).toBe(0);
    expect(joined.lines.orderedAt[0]).toBeCloseTo(at(2017, 7, 8, 0, 42, 32), 9);
    expect(joined.lines.orderedAt[1]).toBeCloseTo(at(2017, 7, 8, 10, 1), 9);

    const alone = linesOfOrders(orders);
    expect(alone.leftOut).toBe(1);
    expect(alone.lines.rowCount).toBe(2);
    expect(lineAt(alone.lines, -1)).toMatchObject({
      ...{ orderId: '20000000000000003', title: '双11预售 "限量" 礼盒', quantity: 2 },
      ...{ unitPrice: 49.5, refunded: 49.5 },
    });
  });

  it('WooCommerce products in German', async () => {
    const found = recognisedAs('catalogue', {
      ...{ productId: 'ID', sku: 'Artikelnummer', title: 'Name', description: 'Beschreibung' },
      ...{ category: 'Kategorien', listPrice: 'Regulärer Preis', salePrice: 'Angebotspreis' },
    });
    const rows = await ours('woocommerce_de_header_one_row.csv');
    expect(readCatalogue(rows, found, AS_WRITTEN)).toEqual([
      {
        ...{ productId: '30000', title: 'Poster, A2', description: 'Lang', brand: '' },
        ...{ category: 'Poster > Kunst', listPrice: 64.99, unitCost: NaN, listedOn: NaN },
        variants: [{ sku: 'ART-1', name: '', stock: NaN }],
      },
    ]);
  });

  it('Amazon’s business report in German', async () => {
    const found = recognisedAs('traffic', {
      ...{ parentId: '(Übergeordnete) ASIN', productId: '(Untergeordnete) ASIN', title: 'Titel' },
      impressions: 'Sitzungen – Summe',
    });
    const traffic = readReport(await ours('amazon_business_report_de_partial.csv'), found);
    expect(traffic.rowCount).toBe(1);
    expect(cellAt(traffic.ids[1]!, 0)).toBe('B0TESTCH01');
    expect(traffic.impressions[0]).toBe(1234);
  });

  it('Amazon’s business report in Japanese, in Shift_JIS', async () => {
    const found = recognisedAs('traffic', {
      ...{ parentId: '(親)ASIN', productId: '(子)ASIN', title: '商品名' },
      impressions: 'セッション',
    });
    const traffic = readReport(await ours('amazon_business_report_ja.sjis.csv'), found);
    expect(traffic.rowCount).toBe(1);
    expect(cellAt(traffic.words, 0)).toBe('テスト商品 マグカップ');
    expect(traffic.impressions[0]).toBe(1234);
  });

  it('Rakuten’s header without items says that there are none', async () => {
    await expect(ours('rakuten_normal-item_header_only.sjis.csv')).rejects.toMatchObject({
      code: 'header-only',
    });
  });
});

describe.skipIf(!hasAll)('samples that are not ours to ship', () => {
  it('Shopify orders in all 79 columns', async () => {
    const rows = await thirdParty('shopify_orders_export_79col.csv');
    const lines = readOrderLines(rows, SHOPIFY_ORDERS, AS_WRITTEN);
    expect(lines.rowCount).toBe(2);
    expect(lineAt(lines, 0)).toMatchObject({
      ...{ orderId: '#1001', sku: 'TEE-BLK-S', title: 'Crew Tee - Black / S', brand: 'Acme' },
      ...{ quantity: 2, unitPrice: 9.99, listPrice: NaN, channel: 'web', coupon: '' },
      ...{ orderedAt: at(2024, 5, 1, 9, 58, 12), isCancelled: false },
    });
    expect(lineAt(lines, 1)).toMatchObject({
      ...{ orderId: '#1001', sku: 'MUG', title: 'Mug', quantity: 1, unitPrice: 10 },
      ...{ channel: 'web', orderedAt: at(2024, 5, 1, 9, 58, 12), discount: 0, refunded: 0 },
    });
  });

  it('Shopify stock', async () => {
    const found = recognisedAs('stock', {
      ...{ productId: 'Handle', title: 'Title', onHand: 'Available (not editable)' },
    });
    const stock = readStock(await thirdParty('shopify_inventory_export.csv'), found);
    expect(stock.rowCount).toBe(3);
    expect([...stock.onHand]).toEqual([8, 40, NaN]);
    expect(cellAt(stock.title, 0)).toBe('Mug, Large');
    expect(cellAt(stock.productId, 2)).toBe('plate');
  });

  it.each([
    ['shopify_products_apparel.csv', 20, 22],
    ['shopify_products_home-and-garden.csv', 20, 21],
    // 18 of its 41 rows bring a picture only.
    ['shopify_products_jewelery.csv', 20, 23],
  ])('Shopify products: %s', async (name, productCount, variantCount) => {
    const products = readCatalogue(await official(name), SHOPIFY_PRODUCTS, AS_WRITTEN);
    expect(products).toHaveLength(productCount);
    expect(products.flatMap(({ variants }) => variants)).toHaveLength(variantCount);
    expect(products.every(({ title, listPrice }) => title !== '' && listPrice > 0)).toBe(true);
  });

  it('Shopify products, their first and last', async () => {
    const home = readCatalogue(
      await official('shopify_products_home-and-garden.csv'),
      SHOPIFY_PRODUCTS,
      AS_WRITTEN,
    );
    expect(home[0]).toEqual({
      ...{ productId: 'clay-plant-pot', title: 'Clay Plant Pot', category: 'Outdoor' },
      ...{ description: 'Classic blown clay pot for plants', brand: 'Company 123' },
      ...{ unitCost: NaN, listedOn: NaN },
      listPrice: expect.closeTo(12.99, 9) as number,
      variants: [
        { sku: '', name: 'Regular', stock: 1 },
        { sku: '', name: 'Large', stock: 3 },
      ],
    });
    expect(home.at(-1)).toMatchObject({
      ...{ productId: 'bedside-table', listPrice: 85, variants: [{ name: '', stock: 1 }] },
    });
    const jewellery = readCatalogue(
      await official('shopify_products_jewelery.csv'),
      SHOPIFY_PRODUCTS,
      AS_WRITTEN,
    );
    expect(jewellery[1]).toMatchObject({
      ...{ productId: 'leather-anchor', listPrice: 85 },
      variants: [
        { name: 'Gold', stock: 1 },
        { name: 'Silver', stock: 0 },
      ],
    });
    expect(jewellery.at(-1)).toMatchObject({ title: 'Stylish Summer Necklace', listPrice: 44.99 });
  });

  it('WooCommerce products with variations and parents', async () => {
    const rows = await official('woocommerce_8.3.1_sample_products.csv');
    const products = readCatalogue(rows, WOO_PRODUCTS, AS_WRITTEN);
    // 25 rows, seven of which name a parent.
    expect(products).toHaveLength(18);
    const hoodie = products.find(({ productId }) => productId === '45');
    expect(hoodie).toMatchObject({
      title: 'Hoodie',
      category: 'Clothing > Hoodies',
      listPrice: 45,
    });
    expect(hoodie?.variants.at(-1)).toMatchObject({
      ...{ sku: 'woo-hoodie-blue-logo', name: 'Blue / Yes' },
    });
    expect(products[0]).toMatchObject({ productId: '44', title: 'V-Neck T-Shirt', listPrice: 20 });
    expect(products.at(-1)).toMatchObject({ title: 'WordPress Pennant', listPrice: 11.05 });
  });

  it.each([
    ['woocommerce_8.3.1_experimental_sample_9_products.csv', 'woo-vneck-tee', 'logo-collection'],
    [
      'woocommerce_8.3.1_experimental_fashion_sample_9_products.csv',
      'woo-fasion-sweater',
      'woo-fasion-hat',
    ],
  ])('WooCommerce products without numbers: %s', async (name, first, last) => {
    const products = readCatalogue(await official(name), WOO_PRODUCTS, AS_WRITTEN);
    expect(products.map(({ productId }) => productId)).toHaveLength(9);
    expect([products[0]?.productId, products.at(-1)?.productId]).toEqual([first, last]);
  });

  it('Amazon’s orders', async () => {
    const found = recognisedAs(
      'order-lines',
      {
        ...{ orderId: 'amazon-order-id', orderedAt: 'purchase-date', sku: 'sku' },
        ...{ status: ['order-status', 'item-status'], productId: 'asin', title: 'product-name' },
        ...{ quantity: 'quantity', lineTotal: 'item-price', channel: 'sales-channel' },
        discount: 'item-promotion-discount',
      },
      { notSold: ['cancelled'] },
    );
    const rows = await thirdParty('amazon_all_orders_scrubbed.tsv');
    const lines = readOrderLines(rows, found, { timeZone: 'Europe/Rome' });
    expect(lines.rowCount).toBe(1);
    expect(lineAt(lines, 0)).toMatchObject({
      ...{ orderId: 'scrubbed', quantity: 1, unitPrice: 89.95, channel: 'Amazon.it' },
      ...{ orderedAt: at(2017, 6, 17, 10, 4, 21), isCancelled: true, discount: 0 },
    });
  });

  it('Amazon’s listings, with the day on which they were opened', async () => {
    const found = recognisedAs('catalogue', {
      ...{ productId: 'asin1', sku: 'seller-sku', title: 'item-name', listPrice: 'price' },
      ...{ listedAt: 'open-date', stock: 'quantity' },
    });
    const rows = await thirdParty('amazon_all_listings_zynkdoc.tsv');
    expect(readCatalogue(rows, found, AS_WRITTEN)).toMatchObject([
      {
        ...{ productId: 'B01I53BE4O', title: 'Vest', listPrice: 20, listedOn: at(2016, 7, 8) },
        variants: [{ sku: '1234567', stock: 1 }],
      },
    ]);
  });

  it('Amazon’s business report', async () => {
    const found = recognisedAs('traffic', {
      ...{ parentId: '(Parent) ASIN', productId: '(Child) ASIN', title: 'Title' },
      impressions: 'Sessions - Total',
    });
    const rows = await thirdParty('amazon_business_report_by_child_asin_mx.csv');
    const traffic = readReport(rows, found);
    expect(traffic.rowCount).toBe(3);
    expect([...traffic.impressions]).toEqual([100, 50, 200]);
    expect(cellAt(traffic.ids[1]!, 2)).toBe('B0TEST0002');
  });

  it('Amazon’s transactions below their preamble', async () => {
    const found = recognisedAs('order-lines', {
      ...{ orderId: 'order id', orderedAt: 'date/time', sku: 'sku', title: 'description' },
      ...{ status: 'type', quantity: 'quantity', lineTotal: 'product sales' },
      ...{ discount: 'promotional rebates', channel: 'marketplace' },
    });
    const rows = await thirdParty('amazon_date_range_transactions_preamble.csv');
    const lines = readOrderLines(rows, found, AS_WRITTEN);
    expect(lines.rowCount).toBe(1);
    expect(lineAt(lines, 0)).toMatchObject({
      ...{ orderId: '111-1111111-1111111', sku: 'MUG-1', quantity: 2, unitPrice: 38 },
      ...{ discount: 4, channel: 'amazon.com', orderedAt: at(2026, 9, 4, 1, 5, 7) },
    });
  });

  it('Etsy’s sold items', async () => {
    const found = recognisedAs(
      'order-lines',
      {
        ...{ orderId: 'Order ID', orderedAt: 'Sale Date', productId: 'Listing ID', sku: 'SKU' },
        ...{ title: 'Item Name', variant: 'Variations', quantity: 'Quantity', unitPrice: 'Price' },
        ...{ discount: 'Discount Amount', coupon: 'Coupon Code' },
      },
      { dateOrder: 'month-first' },
    );
    const lines = readOrderLines(await thirdParty('etsy_sold_order_items.csv'), found, AS_WRITTEN);
    expect(lines.rowCount).toBe(3);
    expect(lineAt(lines, 0)).toMatchObject({
      ...{ orderId: '#3001', productId: '9001', title: 'Sunset Fox | Greeting Card', quantity: 2 },
      ...{ unitPrice: 5, orderedAt: at(2025, 8, 14), variant: 'Style: Matte', discount: 0 },
    });
    expect(lineAt(lines, -1)).toMatchObject({
      ...{ orderId: '#3002', sku: 'BEAR-01', discount: 0.5, coupon: 'WELCOME10' },
      orderedAt: at(2025, 9, 2),
    });
  });

  it('Etsy’s sold orders', async () => {
    const found = recognisedAs(
      'orders',
      {
        ...{ orderId: 'Order ID', orderedAt: 'Sale Date', quantity: 'Number of Items' },
        ...{ orderTotal: 'Order Value', orderDiscount: 'Discount Amount', coupon: 'Coupon Code' },
      },
      { dateOrder: 'month-first' },
    );
    const orders = readOrders(await thirdParty('etsy_sold_orders.csv'), found, AS_WRITTEN);
    expect(orders.rowCount).toBe(1);
    expect(cellAt(orders.orderId, 0)).toBe('11223344');
    expect([orders.orderedAt[0], orders.orderTotal[0], orders.orderDiscount[0]]).toEqual([
      ...[at(2026, 9, 25), 50, 0],
    ]);
    expect(linesOfOrders(orders)).toMatchObject({ leftOut: 1, lines: { rowCount: 0 } });
  });

  it('eBay’s orders from the United States', async () => {
    const found = recognisedAs('order-lines', {
      ...{ orderId: 'Order Number', orderedAt: 'Sale Date', productId: 'Item Number' },
      ...{ title: 'Item Title', quantity: 'Quantity', unitPrice: 'Sold For' },
    });
    const lines = readOrderLines(await thirdParty('ebay_orders_us_short.csv'), found, AS_WRITTEN);
    expect(lines.rowCount).toBe(1);
    expect(lineAt(lines, 0)).toMatchObject({
      ...{ orderId: '12-34567-89012', productId: '335001234567', title: 'Vintage Lamp, brass' },
      ...{ quantity: 1, unitPrice: 45.99, orderedAt: at(2025, 7, 21) },
    });
  });

  it('eBay’s orders from Germany', async () => {
    const found = recognisedAs('orders', {
      ...{ orderId: 'Bestellnummer', orderedAt: 'Verkauft am', orderTotal: 'Gesamtbetrag' },
    });
    const orders = readOrders(await thirdParty('ebay_orders_de_semicolon.csv'), found, AS_WRITTEN);
    expect(orders.rowCount).toBe(1);
    expect([orders.orderedAt[0], orders.orderTotal[0]]).toEqual([at(2025, 12, 10), 116.99]);
  });

  it('Square’s items', async () => {
    const found = recognisedAs('order-lines', {
      ...{ orderId: 'Transaction ID', orderedAt: 'Date', orderedTime: 'Time', title: 'Item' },
      ...{ variant: 'Price Point Name', category: 'Category', quantity: 'Qty' },
      ...{ lineTotal: 'Gross Sales', discount: 'Discounts', channel: 'Location' },
    });
    const lines = readOrderLines(await thirdParty('square_items_detail.csv'), found, AS_WRITTEN);
    expect(lines.rowCount).toBe(2);
    expect(lineAt(lines, 0)).toMatchObject({
      ...{ orderId: 'ABC123', title: 'Gel Manicure', category: 'Nails', unitPrice: 45 },
      ...{ orderedAt: at(2026, 10, 5, 10, 15), quantity: 1, discount: 0, channel: 'Main' },
    });
    expect(lineAt(lines, -1)).toMatchObject({ title: 'Pedicure', unitPrice: 40 });
  });

  it('Douyin’s orders with tabs before their numbers', async () => {
    const found = recognisedAs(
      'order-lines',
      {
        ...{ orderId: '主订单编号', title: '选购商品', paidTotal: '订单应付金额' },
        status: ['订单状态', '售后状态'],
      },
      { notSold: ['已关闭', '退款成功'] },
    );
    const rows = await thirdParty('douyin_orders_utf8bom_tabbed_ids.csv');
    const lines = readOrderLines(rows, found, AS_WRITTEN);
    expect(lines.rowCount).toBe(3);
    expect(lineAt(lines, 0)).toMatchObject({
      ...{ orderId: '9001', title: '玉肌皂', quantity: 1, unitPrice: 29.9, isCancelled: false },
    });
    expect(lineAt(lines, -1)).toMatchObject({
      orderId: '9003',
      unitPrice: 29.9,
      isCancelled: true,
    });
  });
});

/** The columns of a file under the names that it gives them, with or without a space at the end. */
async function withHeaders<Kind extends ExportKind>(
  reading: ReturnType<typeof rowsAt>,
  { columns }: Recognised<Kind>,
): ReturnType<typeof rowsAt> {
  const rows = await reading;
  const wanted = Object.values<readonly string[] | undefined>(columns).flatMap(
    (names) => names ?? [],
  );
  const byName = new Map([...rows.columns].map(([header, cells]) => [header.trim(), cells]));
  const renamed = wanted.flatMap((header) => {
    const cells = byName.get(header.trim());
    return cells ? [[header, cells] as const] : [];
  });
  return { ...rows, columns: new Map(renamed) };
}

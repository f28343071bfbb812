import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { dayFromCalendar } from '#core/base/dates.ts';
import { USUAL_DERIVATION } from '#core/import/derivation/derivation-settings.ts';
import { deriveLaunches } from '#core/import/derivation/derive-launches.ts';
import { productOfLine } from '#core/import/derivation/product-of-line.ts';
import { catalogueProduct } from '../support/catalogue-product.ts';
import { orderLines } from '../support/order-lines.ts';
import { isSale, momentOf, SOURCES } from '../support/shopify-shop/order.ts';
import { shopifyShop, type ShopifyShop } from '../support/shopify-shop/shopify-shop.ts';

type Cells = Readonly<Record<string, string>>;

const shop = shopifyShop({ seed: 1, orders: 3000 });
const orderRows = rowsOf(shop.ordersCsv);
const productRows = rowsOf(shop.productsCsv);
const firstRows = orderRows.filter((row) => row['Created at'] !== '');
const { launches, goods, orders } = shop.truth;

function rowsOf(csv: string): Cells[] {
  const { data, errors } = Papa.parse<Cells>(csv, { header: true, skipEmptyLines: true });
  expect(errors).toEqual([]);
  return data;
}

function groupedBy(rows: readonly Cells[], keyOf: (row: Cells) => string): Map<string, Cells[]> {
  const groups = new Map<string, Cells[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return groups;
}

function headersOf(csv: string): string[] {
  return Papa.parse<string[]>(csv, { preview: 1 }).data[0]!;
}

/** Returns days since 1970 by the clock in the cell, without its UTC offset. */
function momentIn(cell: string): number {
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d) -0[45]00$/.exec(cell)!.map(Number);
  const seconds = hour! * 3600 + minute! * 60 + second!;
  return dayFromCalendar(year!, month!, day!) + seconds / 86_400;
}

describe('the files', () => {
  it('have 79 and 57 columns', () => {
    const [inOrders, inProducts] = [headersOf(shop.ordersCsv), headersOf(shop.productsCsv)];
    expect([inOrders.length, inOrders[0], inOrders[17], inOrders[78]]).toEqual([
      ...[79, 'Name', 'Lineitem name', 'Payment References'],
    ]);
    expect([inProducts.length, inProducts[1], inProducts[20]]).toEqual([57, 'URL handle', 'Price']);
  });

  const headers = fileURLToPath(
    new URL('../../../shared/data/export-formats/headers.json', import.meta.url),
  );
  it.skipIf(!existsSync(headers))('have exactly the headers that Shopify writes', () => {
    const known = readFileSync(headers, 'utf8');
    for (const csv of [shop.ordersCsv, shop.productsCsv])
      expect(known.replaceAll(/\s*\n\s*/g, '')).toContain(
        headersOf(csv)
          .map((header) => JSON.stringify(header))
          .join(','),
      );
  });

  it('are the same for the same seed and others for another', () => {
    const small = shopifyShop({ seed: 7, orders: 150 });
    expect(shopifyShop({ seed: 7, orders: 150 })).toEqual(small);
    expect(shopifyShop({ seed: 8, orders: 150 }).ordersCsv).not.toBe(small.ordersCsv);
  });

  it('hold as many orders as were asked for, each named on each of its rows', () => {
    expect(firstRows).toHaveLength(3000);
    expect(new Set(orderRows.map((row) => row.Name)).size).toBe(3000);
    expect(rowsOf(shopifyShop({ orders: 151 }).ordersCsv).filter((r) => r.Id !== '').length).toBe(
      151,
    );
  });

  it('write each line of each order, the newest order first', () => {
    const written = orderRows.map((row) => ({
      number: Number(row.Name!.slice(1)),
      name: row['Lineitem name'],
      sku: row['Lineitem sku'],
      quantity: Number(row['Lineitem quantity']),
      price: Number(row['Lineitem price']),
      compareAt:
        row['Lineitem compare at price'] === '' ? NaN : Number(row['Lineitem compare at price']),
      discount: Number(row['Lineitem discount']),
    }));
    const known = orders.map(({ lines }, i) =>
      lines.map(({ goods: sold, ...line }) => ({
        ...{ number: 1001 + i, sku: sold?.variant.sku ?? '' },
        ...line,
      })),
    );
    expect(written).toEqual(known.reverse().flat());
  });

  it('write what is of the whole order on its first line only', () => {
    for (const name of ['Financial Status', 'Total', 'Source', 'Email', 'Discount Amount'])
      expect(
        orderRows.filter((row) => row['Created at'] === '' && row[name] !== ''),
        name,
      ).toEqual([]);
    expect(firstRows.map((row) => momentIn(row['Created at']!))).toEqual(
      orders.map(momentOf).reverse(),
    );
  });

  it('add up: lines less discounts are the subtotal, and that with postage and tax the total', () => {
    for (const first of firstRows) {
      const own = linesOf(first.Name!);
      const worth = own.reduce(
        (sum, row) => sum + Number(row['Lineitem price']) * Number(row['Lineitem quantity']),
        0,
      );
      const [off, subtotal, shipping, taxes, total, refunded] = [
        ...['Discount Amount', 'Subtotal', 'Shipping', 'Taxes', 'Total', 'Refunded Amount'],
      ].map((name) => Number(first[name]));
      expect(subtotal).toBeCloseTo(worth - off!, 1);
      expect(total).toBeCloseTo(subtotal! + shipping! + taxes!, 1);
      expect(refunded).toBeLessThanOrEqual(total!);
    }
  });

  it('name nobody who lives', () => {
    for (const row of orderRows) {
      expect(row.Email).toMatch(/^$|^buyer\d+@example\.com$/);
      expect(row['Billing Name']).toMatch(/^$|^Buyer \d+$/);
      expect(row['Shipping Zip']).toMatch(/^$|^'\d{5}$/);
      expect(`${row['Billing Phone']}${row.Phone}`).toBe('');
    }
  });

  const rowsByOrder = groupedBy(orderRows, (row) => row.Name!);
  function linesOf(order: string): readonly Cells[] {
    return rowsByOrder.get(order)!;
  }
});

describe('the shop', () => {
  it('sells some 400 products over 26 months, of which it launches some 300', () => {
    expect(goods).toHaveLength(400);
    expect(launches.length).toBeGreaterThan(280);
    expect(launches.length).toBeLessThanOrEqual(300);
    const months = firstRows.map((row) => row['Created at']!.slice(0, 7));
    expect(new Set(months).size).toBe(26);
    expect([months.at(-1), months[0]]).toEqual(['2023-11', '2025-12']);
  });

  it('has all that real exports have', () => {
    const count = (is: (row: Cells) => boolean) => firstRows.filter(is).length;
    const status = (name: string) => count((row) => row['Financial Status'] === name);
    expect(status('partially_refunded')).toBeGreaterThan(40);
    expect(status('refunded')).toBeGreaterThan(40);
    expect(status('voided')).toBeGreaterThan(5);
    expect(count((row) => row['Cancelled at'] !== '')).toBeGreaterThan(40);
    expect(count((row) => row['Discount Code'] !== '')).toBeGreaterThan(100);
    expect(count((row) => row.Notes!.includes('\n'))).toBeGreaterThan(100);
    for (const source of SOURCES)
      expect(count((row) => row.Source === source)).toBeGreaterThan(100);
    const lines = (is: (row: Cells) => boolean) => orderRows.filter(is).length;
    expect(lines((row) => row['Lineitem compare at price'] !== '')).toBeGreaterThan(100);
    expect(lines((row) => Number(row['Lineitem discount']) > 0)).toBeGreaterThan(20);
    expect(lines((row) => Number(row['Lineitem quantity']) >= 30)).toBeGreaterThanOrEqual(4);
    expect(lines((row) => row['Lineitem name']!.startsWith('Gift Card'))).toBeGreaterThan(20);
    expect(lines((row) => row['Lineitem name'] === 'Shipping Protection')).toBeGreaterThan(10);
    expect(orderRows.length).toBeGreaterThan(4000);
    expect(
      lines((row) => / - (Clay|Sage|Navy|Cream) \/ [SML]$/.test(row['Lineitem name']!)),
    ).toBeGreaterThan(100);
  });

  it('lists each product once by name, and each variant', () => {
    const titled = productRows.filter((row) => row.Title !== '');
    expect(titled.map((row) => row['URL handle'])).toEqual([
      ...goods.map(({ handle }) => handle),
      'gift-card',
    ]);
    const priced = productRows.filter((row) => row.Price !== '' && row['Gift card'] !== 'TRUE');
    const variants = goods.flatMap((product) => product.variants.map(({ sku }) => sku));
    expect(priced.map((row) => row.SKU).toSorted()).toEqual(variants.toSorted());
    expect(productRows.length).toBeGreaterThan(priced.length + 2);
    expect(new Set(variants.filter((sku) => sku !== '')).size).toBe(
      variants.filter((sku) => sku !== '').length,
    );
  });

  it('sells with the season, the promotion and the price', () => {
    const christmas = medianUnits(({ title }) => /Christmas|Xmas|Festive/.test(title));
    expect(christmas([9, 10])).toBeGreaterThan(2 * christmas([2, 3, 4, 5, 6, 7]));
    const all = medianUnits(() => true);
    expect(all([...Array(12).keys()])).toBeGreaterThan(5);
  });

  it('shares no product with the shop of another seed', () => {
    const other = rowsOf(shopifyShop({ seed: 2, orders: 600 }).productsCsv);
    for (const name of ['URL handle', 'Title', 'SKU']) {
      const own = new Set(productRows.map((row) => row[name]));
      const common = other.map((row) => row[name]!).filter((cell) => cell !== '' && own.has(cell));
      expect(
        [...new Set(common)].filter((cell) => !/gift.card/i.test(cell)),
        name,
      ).toEqual([]);
    }
  });
});

describe('launches derived of the files', () => {
  it('are those that the shop knows of', () => {
    const { derived } = deriveFrom(shop);
    const known = launches.map((launch) => ({
      ...{ productId: launch.handle, title: launch.title, launchDay: launch.launchDay },
      ...{ category: launch.category, brand: launch.brand, channel: launch.channel },
      ...{ units: launch.units28, orders: launch.orders28 },
    }));
    expect(
      derived.map(
        ({ productId, title, launchDay, category, brand, channel, units, orders: n }) => ({
          ...{ productId, title, launchDay, category, brand, channel, units, orders: n },
        }),
      ),
    ).toEqual(known);
  });

  it('say how most of them were promoted', () => {
    const { derived } = deriveFrom(shop);
    const told = new Map(derived.map(({ productId, promotion }) => [productId, promotion]));
    const right = launches.filter(({ handle, promotion }) => {
      const said = told.get(handle)!;
      if (promotion === 'Coupon') return said === 'Coupon';
      if (promotion === '10% off' || promotion === '20% off')
        return said === `Price cut ${promotion.slice(0, 3)}`;
      return promotion === 'Multibuy' || said === '';
    });
    expect(right.length / launches.length).toBeGreaterThan(0.85);
  });
});

function deriveFrom({ ordersCsv, productsCsv }: ShopifyShop) {
  const first = new Map<string, Cells>();
  for (const row of rowsOf(ordersCsv)) if (!first.has(row.Name!)) first.set(row.Name!, row);
  const lines = rowsOf(ordersCsv).map((row) => {
    const order = first.get(row.Name!)!;
    return {
      ...{ orderId: row.Name!, sku: row['Lineitem sku']!, title: row['Lineitem name']! },
      ...{ orderedAt: momentIn(order['Created at']!), channel: order.Source! },
      ...{ quantity: Number(row['Lineitem quantity']), unitPrice: Number(row['Lineitem price']) },
      listPrice: Number(row['Lineitem compare at price']) || NaN,
      coupon: order['Discount Code']!,
      isCancelled: order['Cancelled at'] !== '',
    };
  });
  const catalogue = [...groupedBy(rowsOf(productsCsv), (row) => row['URL handle']!)].map(
    ([productId, [row, ...others]]) =>
      catalogueProduct({
        ...{ productId, title: row!.Title!, category: row!.Type!, brand: row!.Vendor! },
        skus: [row!, ...others].map((each) => each.SKU!),
      }),
  );
  const words = { coupon: 'Coupon', priceCut: 'Price cut' };
  const read = orderLines(lines);
  const products = productOfLine(read, catalogue, USUAL_DERIVATION.level);
  const source = { lines: read, products, catalogue, onHand: new Map(), words };
  return { derived: deriveLaunches(source, USUAL_DERIVATION).launches };
}

function medianUnits(is: (launch: (typeof launches)[number]) => boolean) {
  return (months: readonly number[]): number => {
    const units = launches
      .filter((launch) => is(launch))
      .filter(({ launchDay }) => months.includes(new Date(launchDay * 86_400_000).getUTCMonth()))
      .map(({ units28 }) => units28)
      .sort((a, b) => a - b);
    return units[units.length >> 1]!;
  };
}

it('counts no order that was cancelled, and what came back of the others', () => {
  const counted = launches.reduce((sum, { units28 }) => sum + units28, 0);
  const sold = orders.filter(isSale).flatMap(({ lines }) => lines);
  expect(counted).toBeLessThan(sold.reduce((sum, { quantity }) => sum + quantity, 0));
  expect(orders.filter((order) => !isSale(order)).length).toBeGreaterThan(60);
  const [back, whole] = ['partly-refunded', 'refunded'].map(
    (kind) => orders.filter(({ fate }) => fate.kind === kind).length,
  );
  expect(back).toBeGreaterThan(40);
  expect(whole).toBeGreaterThan(40);
  const returned = launches.reduce((sum, { returns28 }) => sum + returns28, 0);
  expect(returned).toBeGreaterThan(whole!);
  expect(launches.filter(({ units28, returns28 }) => returns28 > units28)).toEqual([]);
});

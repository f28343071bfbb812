import { expect, it } from 'vitest';
import { seededRandom } from '#core/base/random.ts';
import { NO_BUYER, type SalesLog } from '#core/import/baskets/sales-log.ts';
import type { BoughtTogether } from '#core/model/associations/associations.ts';
import { withPairDetails } from '#core/model/associations/pair-details.ts';

const DAYS = 100;

interface Line {
  readonly order: number;
  readonly day: number;
  readonly product: number;
  readonly discount: number;
}

function logOf(lines: readonly Line[]): SalesLog {
  const count = lines.length;
  const product = (productId: string, price: number) => ({
    ...{
      productId,
      title: productId,
      category: `of ${productId}`,
      price,
      firstDay: 0,
      isLaunch: false,
    },
  });
  return {
    products: [product('mug', 12), product('saucer', 5)],
    ...{ channels: [], orderCount: 0, buyerCount: 0, firstDay: 1000, lastDay: 1000 + DAYS - 1 },
    order: Uint32Array.from(lines, ({ order }) => order),
    product: Uint32Array.from(lines, (line) => line.product),
    buyer: new Int32Array(count).fill(NO_BUYER),
    day: Int32Array.from(lines, ({ day }) => 1000 + day),
    units: new Float64Array(count).fill(1),
    revenue: new Float64Array(count).fill(5),
    discountShare: Float32Array.from(lines, ({ discount }) => discount),
    channel: new Uint16Array(count),
  };
}

/** Ten orders of the mug a day; the saucer is cut by a fifth in every other ten days and added more often then. */
function lines(shareWhileCut: number): Line[] {
  const random = seededRandom(4);
  return Array.from({ length: DAYS * 10 }, (_, order) => ({
    order,
    day: Math.floor(order / 10),
  })).flatMap(({ order, day }) => {
    const isCut = Math.floor(day / 10) % 2 === 1;
    const adds = day % 10 === 0 || random() < (isCut ? shareWhileCut : 0.1);
    return [
      { order, day, product: 0, discount: 0 },
      ...(adds ? [{ order, day, product: 1, discount: isCut ? 0.2 : 0 }] : []),
    ];
  });
}

const pair: BoughtTogether = {
  ...{ first: 'mug', second: 'saucer', firstTitle: 'mug', secondTitle: 'saucer', both: 1 },
  ...{ withFirst: 1, withSecond: 1, lift: 2, low90: 1, high90: 3 },
};

it('counts orders of one product by whether the other was cut that day, as a plain count does', () => {
  const made = lines(0.4);
  const [found] = withPairDetails(logOf(made), [pair]);
  const mugs = made.filter(({ product }) => product === 0);
  const hasSaucer = new Set(made.filter(({ product }) => product === 1).map(({ order }) => order));
  const during = mugs.filter(({ day }) => Math.floor(day / 10) % 2 === 1);
  const { second, first } = found!.details!;
  expect(second.whileCut).toEqual({
    cut: expect.closeTo(0.2, 6) as number,
    orders: during.length,
    both: during.filter(({ order }) => hasSaucer.has(order)).length,
    usualOrders: mugs.length - during.length,
    usualBoth: hasSaucer.size - during.filter(({ order }) => hasSaucer.has(order)).length,
  });
  expect(first).toEqual({ category: 'of mug', price: 12 });
  expect(second).toMatchObject({ category: 'of saucer', price: 5 });
});

it('keeps no count of under ten orders, and leaves unknown products as they are', () => {
  const few = lines(0.4).filter(({ day }) => day < 20 && day !== 10);
  expect(
    withPairDetails(logOf(few.slice(0, 60)), [pair])[0]!.details!.second.whileCut,
  ).toBeUndefined();
  const unknown = { ...pair, second: 'group' };
  expect(withPairDetails(logOf(few), [unknown])).toEqual([unknown]);
});

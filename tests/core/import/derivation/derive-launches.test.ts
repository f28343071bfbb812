import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CatalogueProduct } from '#core/import/platform-files/catalogue/catalogue.ts';
import {
  LINE_REASONS,
  USUAL_DERIVATION,
  type DerivationSettings,
  type DerivedLaunch,
} from '#core/import/derivation/derivation-settings.ts';
import { deriveLaunches } from '#core/import/derivation/derive-launches.ts';
import { productOfLine } from '#core/import/derivation/product-of-line.ts';
import { sum } from '#core/base/statistics/statistics.ts';
import { catalogueProduct } from '../../../support/catalogue-product.ts';
import { orderLines, type OrderLine } from '../../../support/order-lines.ts';
import { anyShop } from './any-shop.ts';
import { NAIVE_WORDS, naiveLaunches, whyNot, type NaiveShop } from './naive-launches.ts';

function derive(
  given: readonly Partial<OrderLine>[],
  changed: Partial<DerivationSettings> = {},
  catalogue: readonly CatalogueProduct[] = [],
) {
  const settings = { ...USUAL_DERIVATION, ...changed };
  const lines = orderLines(given);
  const products = productOfLine(lines, catalogue, settings.level);
  const source = { lines, products, catalogue, onHand: new Map(), words: NAIVE_WORDS };
  return deriveLaunches(source, settings);
}

function deriveShop({ lines, catalogue, settings }: NaiveShop) {
  return derive(lines, settings, catalogue);
}

/** Sold on the first day and on the last, so that it is known when the records begin and end: noon of day 0 and of day 365. */
const kettle = [
  { title: 'Kettle', orderedAt: 0.5 },
  { title: 'Kettle', orderedAt: 364.5 },
];
const namesOf = (launches: readonly DerivedLaunch[]) => launches.map(({ productId }) => productId);
const launchesOf = (...lines: Partial<OrderLine>[]) => derive([...kettle, ...lines]).launches;

describe('a launch', () => {
  it('is a product’s first sale, whatever the order of the lines', () => {
    const [launch] = launchesOf(
      { orderedAt: 210, quantity: 3 },
      { orderedAt: 200.75, quantity: 2 },
      { orderedAt: 228.5, quantity: 1 },
      { orderedAt: 228.75, quantity: 90 },
    );
    expect(launch).toMatchObject({ productId: 'Mug', launchDay: 200, units: 6, orders: 3 });
  });

  it('is no product that was sold in the burn-in, to the moment', () => {
    expect(launchesOf({ orderedAt: 120.5 })).toEqual([]);
    expect(launchesOf({ orderedAt: 120.625 })).toHaveLength(1);
    expect(derive([...kettle, { orderedAt: 30 }], { burnInDays: 20 }).launches).toHaveLength(1);
  });

  it('has its whole horizon before the records end', () => {
    expect(launchesOf({ orderedAt: 336.5 })).toEqual([]);
    expect(launchesOf({ orderedAt: 336.375 })).toHaveLength(1);
    expect(derive([...kettle, { orderedAt: 350 }], { horizonDays: 7 }).launches).toHaveLength(1);
  });

  it('is not made by a cancelled order or by pieces that come back', () => {
    const cancelled = { orderedAt: 150, isCancelled: true, quantity: 7 };
    expect(launchesOf(cancelled)).toEqual([]);
    expect(launchesOf({ orderedAt: 150, quantity: -1 })).toEqual([]);
    expect(launchesOf(cancelled, { orderedAt: 160 })).toMatchObject([{ launchDay: 160, units: 1 }]);
  });

  it('is the day that the catalogue gives where that comes first, in the burn-in too', () => {
    const listedOn = (day: number) => [catalogueProduct({ title: 'Mug', listedOn: day })];
    const lines = [...kettle, { orderedAt: 60.5, quantity: 2 }, { orderedAt: 70, quantity: 5 }];
    const launchOn = (day: number) => derive(lines, {}, listedOn(day)).launches;
    expect(launchOn(40)).toMatchObject([{ productId: 'mug', launchDay: 40, units: 2 }]);
    expect(launchOn(60)).toMatchObject([{ launchDay: 60, units: 7 }]);
    expect(launchOn(61)).toEqual([]);
    expect(launchOn(0)).toEqual([]);
    expect(launchOn(NaN)).toEqual([]);
  });

  it('of a product that nobody bought is known from a catalogue with dates', () => {
    const listed = (day: number) => [catalogueProduct({ productId: 'vase', listedOn: day })];
    expect(derive(kettle, {}, listed(100)).launches).toMatchObject([
      { productId: 'vase', launchDay: 100, units: 0, orders: 0, revenue: 0 },
    ]);
    expect(derive(kettle, {}, listed(340)).account.productsSetAside['too-recent']).toBe(1);
    expect(derive(kettle, {}, listed(NaN)).account.productCount).toBe(1);
  });

  it('is on the day of the shop’s clock, just before midnight and just after', () => {
    expect(launchesOf({ orderedAt: 200 + 86_399 / 86_400 })[0]!.launchDay).toBe(200);
    expect(launchesOf({ orderedAt: 201 })[0]!.launchDay).toBe(201);
  });

  it('joins the variants of a product, or stands for each of them', () => {
    const lines = [
      ...kettle,
      { sku: 'S', title: 'Shirt - S', orderedAt: 200, quantity: 2 },
      { sku: 'M', title: 'Shirt - M', orderedAt: 220, quantity: 3 },
      { sku: 'M', title: 'Shirt - M', orderedAt: 240, quantity: 4 },
    ];
    expect(derive(lines).launches).toMatchObject([{ productId: 'Shirt', units: 5 }]);
    expect(derive(lines, { level: 'variant' }).launches).toMatchObject([
      { productId: 'S', launchDay: 200, units: 2 },
      { productId: 'M', launchDay: 220, units: 7 },
    ]);
  });

  it('stands by its day, then its product', () => {
    const lines = ['Jug', 'Bowl', 'Pot'].map((title, i) => ({ title, orderedAt: 200 - (i >> 1) }));
    expect(namesOf(launchesOf(...lines))).toEqual(['Pot', 'Bowl', 'Jug']);
  });

  it('needs a title in capitals where the shop writes such, unless a catalogue lists it', () => {
    const shout = ['A KETTLE', 'A JUG', 'A BOWL', 'A POT'].map((title) => ({ title }));
    const ends = [{ title: 'A KETTLE', orderedAt: 364.5 }];
    const lines = [...shout, ...ends, { sku: '1', title: 'found', orderedAt: 200 }];
    const { launches, account } = derive(lines);
    expect([launches, account.productsSetAside['unlike-title']]).toEqual([[], 1]);
    const listed = [catalogueProduct({ skus: ['1'] })];
    expect(derive(lines, {}, listed).launches).toMatchObject([
      { productId: 'mug', title: 'found' },
    ]);
  });
});

describe('the account', () => {
  it('tells what became of each line and product', () => {
    const { account } = derive([
      ...kettle,
      { orderedAt: 364.75, quantity: -1 },
      { orderedAt: 366, isCancelled: true },
      { title: 'Postage', orderedAt: 399 },
      { title: 'Jug', orderedAt: 200 },
      { title: 'Jug', orderedAt: 201, quantity: 1 },
      { title: 'Jug', orderedAt: 201, quantity: 40 },
      { title: 'Pot', orderedAt: 350 },
      { title: 'Pot', orderedAt: 351, unitPrice: 0 },
      { title: 'Bowl', orderedAt: NaN },
    ]);
    expect(account).toEqual({
      ...{ linesRead: 11, linesCounted: 7 },
      linesSetAside: {
        ...{ cancelled: 1, 'no-date': 1, 'no-quantity': 0, 'no-product': 0, 'not-a-product': 1 },
        ...{ 'no-title': 0, 'no-price': 1, bulk: 0, pending: 0 },
      },
      ...{ productCount: 3, launchCount: 1 },
      productsSetAside: { 'seen-before': 1, 'too-recent': 1, 'beside-gap': 0, 'unlike-title': 0 },
      ...{
        bulkLines: 1,
        pendingLines: 0,
        soldOutCount: 0,
        relistings: 0,
        firstRead: 0,
        lastRead: 399,
        firstDay: 0,
        lastDay: 364,
      },
    });
  });

  it('counts products sold again after a year without a sale', () => {
    const sales = (...days: number[]) => days.map((orderedAt) => ({ orderedAt }));
    expect(derive(sales(0, 365)).account.relistings).toBe(1);
    expect(derive(sales(0, 364, 600)).account.relistings).toBe(0);
    expect(derive(sales(0, 400, 800)).account.relistings).toBe(1);
  });

  it('is one of nothing where there are no lines', () => {
    const { launches, account } = derive([]);
    expect(launches).toEqual([]);
    expect(account).toMatchObject({ linesRead: 0, productCount: 0, firstDay: NaN, lastDay: NaN });
  });
});

describe('a gap between the files', () => {
  const gap = { from: 250, until: 270 };
  const fates = (launchAt: number, listedOn = NaN) => {
    const given = orderLines([...kettle, { orderedAt: launchAt }]);
    const mug = catalogueProduct({ productId: 'Mug', title: 'Mug', listedOn });
    const catalogue = Number.isNaN(listedOn) ? [] : [mug];
    const products = productOfLine(given, catalogue, 'product');
    const source = { lines: given, products, catalogue, onHand: new Map(), words: NAIVE_WORDS };
    const { account } = deriveLaunches({ ...source, gaps: [gap] }, USUAL_DERIVATION);
    return [account.launchCount, account.productsSetAside['beside-gap']];
  };

  it('cuts launches whose horizon runs into it', () => {
    expect(fates(222.5)).toEqual([1, 0]);
    expect(fates(223.5)).toEqual([0, 1]);
    expect(fates(250.5)).toEqual([0, 1]);
  });

  it('may hide the first sales of what is seen soon after, for as long as it lasts', () => {
    expect(fates(270.5)).toEqual([0, 1]);
    expect(fates(289.5)).toEqual([0, 1]);
    expect(fates(290.5)).toEqual([1, 0]);
  });

  it('hides nothing of a product that was listed after it', () => {
    expect(fates(275.5, 271)).toEqual([1, 0]);
    expect(fates(275.5, 260)).toEqual([0, 1]);
  });
});

describe('any shop', () => {
  const runs = { numRuns: 400 };

  it('has the launches that a count by hand has', () => {
    fc.assert(
      fc.property(anyShop, (shop) => {
        const { launches, account } = deriveShop(shop);
        const naive = naiveLaunches(shop);
        // Which variants sold them has laws of its own.
        const counted = launches.map((launch) => ({ ...launch, variants: [] }));
        expect(counted).toEqual(naive.launches);
        for (const { variants, units } of launches)
          expect(sum(variants.map((variant) => variant.units))).toBeLessThanOrEqual(units);
        expect(account.productsSetAside).toEqual(naive.setAside);
        const { productCount, relistings, linesCounted } = naive;
        expect(account).toMatchObject({ productCount, relistings, linesCounted });
        const reasons = shop.lines.map((line) => whyNot(line, shop));
        for (const reason of LINE_REASONS)
          expect(account.linesSetAside[reason]).toBe(reasons.filter((r) => r === reason).length);
      }),
      { numRuns: 1000 },
    );
  });

  it('is accounted for to the last line and product', () => {
    fc.assert(
      fc.property(anyShop, (shop) => {
        const { launches, account } = deriveShop(shop);
        const { linesRead, linesCounted, productCount, launchCount } = account;
        expect(linesRead).toBe(shop.lines.length);
        expect(linesRead).toBe(linesCounted + sum(Object.values(account.linesSetAside)));
        expect(productCount).toBe(launchCount + sum(Object.values(account.productsSetAside)));
        expect(launches).toHaveLength(launchCount);
      }),
      runs,
    );
  });

  it('has the same launches whatever the order of its lines', () => {
    const shuffled = anyShop.chain((shop) => {
      const all = { minLength: shop.lines.length, maxLength: shop.lines.length };
      return fc.tuple(fc.constant(shop), fc.shuffledSubarray([...shop.lines], all));
    });
    fc.assert(
      fc.property(shuffled, ([shop, lines]) => {
        const [shuffledShop, same] = [deriveShop({ ...shop, lines }), deriveShop(shop)];
        expect({ ...shuffledShop, demand: shuffledShop.demand() }).toEqual({
          ...same,
          demand: same.demand(),
        });
      }),
      runs,
    );
  });

  it('sells no less over a longer horizon', () => {
    fc.assert(
      fc.property(anyShop, fc.integer({ min: 1, max: 90 }), (shop, more) => {
        const longer = { ...shop.settings, horizonDays: shop.settings.horizonDays + more };
        const unitsOf = byProduct(deriveShop(shop).launches);
        for (const { productId, units } of deriveShop({ ...shop, settings: longer }).launches)
          expect(units).toBeGreaterThanOrEqual(unitsOf.get(productId)!.units);
      }),
      runs,
    );
  });

  it('sells no more without its lines in bulk, where that moves no launch', () => {
    fc.assert(
      fc.property(anyShop, ({ lines, catalogue, settings }) => {
        // At midnight, so that a launch on the same day is one at the same moment.
        const days = lines.map((line) => ({ ...line, orderedAt: Math.floor(line.orderedAt) }));
        const [all, without] = [false, true].map((leaveOutBulk) =>
          deriveShop({ lines: days, catalogue, settings: { ...settings, leaveOutBulk } }),
        );
        const before = byProduct(all!.launches);
        for (const { productId, units, launchDay } of without!.launches) {
          const same = before.get(productId);
          if (same?.launchDay === launchDay) expect(units).toBeLessThanOrEqual(same.units);
        }
        expect(all!.account.bulkLines).toBe(without!.account.bulkLines);
        expect(all!.account.linesSetAside.bulk).toBe(0);
      }),
      runs,
    );
  });

  it('takes back no more than it sold', () => {
    fc.assert(
      fc.property(anyShop, (shop) => {
        for (const { returns, units, orders } of deriveShop(shop).launches) {
          expect(returns).toBeGreaterThanOrEqual(0);
          expect(returns).toBeLessThanOrEqual(units);
          expect(orders).toBeLessThanOrEqual(units);
        }
      }),
      runs,
    );
  });

  it('has the same launches whatever its cancelled orders had brought', () => {
    fc.assert(
      fc.property(anyShop, ({ lines, catalogue, settings }) => {
        const shop = { lines, catalogue, settings: { ...settings, leaveOutBulk: false } };
        const changed = lines.map((line, i) =>
          line.isCancelled && !(line.quantity < 0)
            ? { ...line, quantity: 1000 + i, unitPrice: 99, orderedAt: i * 20, refunded: 5 }
            : line,
        );
        expect(deriveShop({ ...shop, lines: changed }).launches).toEqual(deriveShop(shop).launches);
      }),
      runs,
    );
  });
});

describe('variants that launch at one moment', () => {
  const anySales = fc.array(
    fc.record({
      variant: fc.constantFrom('S', 'M', 'L'),
      orderedAt: fc.integer({ min: 200 * 4, max: 260 * 4 }).map((quarters) => quarters / 4),
      quantity: fc.integer({ min: 1, max: 9 }),
    }),
  );

  it('sell together what their product sells', () => {
    fc.assert(
      fc.property(anySales, fc.integer({ min: 1, max: 60 }), (sales, horizonDays) => {
        const first = ['S', 'M', 'L'].map((variant) => ({ variant, orderedAt: 200, quantity: 1 }));
        const lines = [
          ...kettle,
          ...[...first, ...sales].map(({ variant, ...line }) => ({
            ...line,
            ...{ sku: variant, title: `Shirt - ${variant}` },
          })),
        ];
        const [product] = derive(lines, { horizonDays }).launches;
        const variants = derive(lines, { horizonDays, level: 'variant' }).launches;
        expect(namesOf(variants)).toEqual(['L', 'M', 'S']);
        expect(sum(variants.map(({ units }) => units))).toBe(product!.units);
      }),
    );
  });
});

function byProduct(launches: readonly DerivedLaunch[]): Map<string, DerivedLaunch> {
  return new Map(launches.map((launch) => [launch.productId, launch]));
}

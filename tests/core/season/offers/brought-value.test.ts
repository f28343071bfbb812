import { describe, expect, it } from 'vitest';
import type { Associations, HaloEffect } from '#core/model/associations/associations.ts';
import { broughtBy, CAUTIOUS_MARGIN, withBrought } from '#core/season/offers/brought-value.ts';
import { optionsOf, meritOf } from '#core/season/offers/season-option.ts';
import { randomOffers } from '../../../support/random-offers.ts';

const shop = randomOffers({ seed: 5, products: 3, weeks: 4, channels: 2 });
const effect = (change: Partial<HaloEffect> = {}): HaloEffect => ({
  ...{
    launched: 'Mugs',
    other: 'Teapots',
    units: 18,
    low90: 4,
    high90: 32,
    launchCount: 12,
    otherPrice: 20,
  },
  ...change,
});
const unknown = { listPrices: {}, costShares: {} };
const study = (effects: readonly HaloEffect[]): Associations => ({
  ...{ orderCount: 100, basketCount: 50, firstDay: 0, lastDay: 700, grouping: 'category' },
  ...{ together: [], groupsTogether: [] },
  halo: { launchCount: 30, weeks: 8, effects, testedPairs: 6 },
});

describe('what a launch brings others', () => {
  it('is units, revenue after fees and VAT, or profit, worked out by hand', () => {
    const of = (objective: 'units' | 'revenue' | 'profit', usual = unknown) =>
      broughtBy([effect()], {
        shop: { ...shop, objective, channels: [{ name: 'Web', fee: 0.1 }] },
        usual,
      })!.expected;
    expect(of('units')).toBe(18);
    expect(of('revenue')).toBe(18 * 20);
    expect(of('profit')).toBeCloseTo(18 * 20 * CAUTIOUS_MARGIN, 9);
    const known = { listPrices: { Teapots: 25 }, costShares: { Teapots: 0.4, '': 0.9 } };
    expect(of('profit', known)).toBeCloseTo(18 * (20 * 0.9 - 10), 9);
  });

  it('adds up over groups with its range, and leaves its own group out', () => {
    const worth = { shop: { ...shop, objective: 'units' as const }, usual: unknown };
    const other = effect({ other: 'Spoons', units: -8, low90: -14, high90: -2 });
    const both = broughtBy([effect(), other, effect({ other: 'Mugs', units: -90 })], worth)!;
    expect(both.expected).toBe(10);
    const deviation = Math.hypot(14, 6) / 1.6449;
    expect(both.high80 - both.expected).toBeCloseTo(1.2816 * deviation, 3);
    expect(both.expected - both.low80).toBeCloseTo(1.2816 * deviation, 3);
    expect(broughtBy([effect({ other: 'Mugs' })], worth)).toBeNull();
    expect(broughtBy([], worth)).toBeNull();
  });

  it('is not known where money has no price', () => {
    const worth = { shop: { ...shop, objective: 'revenue' as const }, usual: unknown };
    expect(broughtBy([effect({ otherPrice: NaN })], worth)).toBeNull();
  });

  it('counts in the value and merit of every option of such a product, and of no other', () => {
    const products = shop.products.map((product, i) => ({
      ...product,
      category: i === 0 ? 'Mugs' : 'Pens',
      title: '',
    }));
    const worth = { shop, usual: unknown };
    const withEffects = withBrought(products, study([effect()]), worth);
    expect(withEffects.map(({ brought }) => brought !== undefined)).toEqual([true, false, false]);
    const free = { isAdLimited: false, isStockLimited: false };
    const before = optionsOf(shop, products[0]!, free);
    const after = optionsOf(shop, withEffects[0]!, free);
    const { expected } = withEffects[0]!.brought!;
    expect(expected).toBeGreaterThan(0);
    after.forEach((option, i) => {
      expect(option.brought).toBe(expected);
      expect(option.value).toBeCloseTo(before[i]!.value + expected, 9);
      expect(meritOf(option)).toBeGreaterThanOrEqual(meritOf(before[i]!));
      // What others take from it is a share of its own buyers.
      expect(option.contribution).toBeCloseTo(before[i]!.contribution, 9);
      expect(option.stockUnits).toBe(before[i]!.stockUnits);
    });
  });
});

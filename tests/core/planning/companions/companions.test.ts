import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betaShare } from '#core/base/statistics/beta-distribution.ts';
import type { BoughtTogether, PairDetails } from '#core/model/associations/associations.ts';
import { attachShare, companionsOf } from '#core/planning/companions/companions.ts';

interface Made {
  readonly titles: readonly [string, string];
  readonly both?: number;
  readonly orders?: readonly [number, number];
  readonly details?: PairDetails;
}

function pair({ titles, both = 60, orders = [400, 300], details }: Made): BoughtTogether {
  return {
    ...{ first: titles[0], second: titles[1], firstTitle: titles[0], secondTitle: titles[1] },
    ...{ both, withFirst: orders[0], withSecond: orders[1], lift: 2, low90: 1.5, high90: 3 },
    ...(details && { details }),
  };
}

const categories = (first: string, second: string): PairDetails => ({
  first: { category: first, price: 18 },
  second: { category: second, price: 6 },
});

const mug = { category: 'Mugs', title: 'Green stoneware mug' };

describe('what goes with a new product', () => {
  it('is what is bought with products of like titles in its category', () => {
    const together = [
      pair({
        titles: ['Blue stoneware mug', 'Oak coaster'],
        details: categories('Mugs', 'Coasters'),
      }),
      pair({
        titles: ['Red stoneware mug', 'Oak coaster'],
        both: 40,
        orders: [200, 300],
        details: categories('Mugs', 'Coasters'),
      }),
      pair({ titles: ['Stoneware mug print', 'Frame'], details: categories('Posters', 'Frames') }),
      pair({ titles: ['Garden hose', 'Nozzle'] }),
    ];
    const found = companionsOf({ together, orderCount: 10_000 }, mug);
    expect(found).toMatchObject([
      {
        title: 'Oak coaster',
        category: 'Coasters',
        price: 6,
        alikeCount: 2,
        orders: 600,
        both: 100,
        whileCut: null,
      },
    ]);
    const share = typeof found === 'string' ? NaN : found[0]!.attach.share;
    expect(share).toBeGreaterThan(0.14);
    expect(share).toBeLessThan(0.21);
  });

  it('counts alike products that are not bought with it as often as any', () => {
    const details = categories('Mugs', 'Table');
    const one = [pair({ titles: ['Blue stoneware mug', 'Oak coaster'], details })];
    const two = [...one, pair({ titles: ['Grey stoneware mug', 'Tea towel'], details })];
    const shareIn = (together: readonly BoughtTogether[]) => {
      const found = companionsOf({ together, orderCount: 10_000 }, mug);
      return typeof found === 'string'
        ? NaN
        : found.find(({ title }) => title === 'Oak coaster')!.attach.share;
    };
    expect(shareIn(two)).toBeLessThan(0.7 * shareIn(one));
  });

  it('is refused with its reason', () => {
    expect(companionsOf({ together: [], orderCount: 9 }, mug)).toBe('no-pairs');
    const together = [pair({ titles: ['Garden hose', 'Nozzle'] })];
    expect(companionsOf({ together, orderCount: 900 }, mug)).toBe('none-alike');
    expect(companionsOf({ together, orderCount: 900 }, { category: '', title: '' })).toBe(
      'none-alike',
    );
  });
});

describe('the attach share', () => {
  const anyCounts = fc.array(
    fc.record({
      orders: fc.integer({ min: 1, max: 5000 }),
      of: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    { maxLength: 6 },
  );

  it('lies in its range, which holds 80% of a beta distribution', () => {
    fc.assert(
      fc.property(anyCounts, fc.double({ min: 0.001, max: 0.5, noNaN: true }), (made, usual) => {
        const counts = made.map(({ orders, of }) => ({ orders, both: Math.round(of * orders) }));
        const { share, low80, high80 } = attachShare(counts, usual);
        for (const each of [share, low80, high80]) expect(each >= 0 && each <= 1).toBe(true);
        expect(low80).toBeLessThanOrEqual(high80);
      }),
    );
  });

  it('is the usual one without counts, and what a single long history says with them', () => {
    expect(attachShare([], 0.05).share).toBeCloseTo(0.05, 9);
    const { share, low80, high80 } = attachShare([{ orders: 1e9, both: 2e8 }], 0.01);
    // 31 orders' worth with 20%, and 2 with 1%.
    expect(share).toBeCloseTo((31 * 0.2 + 2 * 0.01) / 33, 6);
    const size = 1 / (1 / 34 + 1 / 31) - 1;
    const belief = { a: share * size, b: (1 - share) * size };
    expect(betaShare(belief, low80)).toBeCloseTo(0.1, 6);
    expect(betaShare(belief, high80)).toBeCloseTo(0.9, 6);
  });

  it('is surer with more alike products', () => {
    const one = { orders: 300, both: 60 };
    const width = (count: number) => {
      const { low80, high80 } = attachShare(
        Array.from({ length: count }, () => one),
        0.05,
      );
      return high80 - low80;
    };
    expect(width(5)).toBeLessThan(width(1));
    expect(width(50)).toBeGreaterThan(0.15); // Products differ, however many there are.
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mean } from '#core/base/statistics/statistics.ts';
import { profitOfCase, tryCases } from '#core/planning/try/try-cases.ts';

const pace = { seenShare: 0.4, arrivedShare: 0.7, noise: 0.2, isLearnt: true };
const money = { revenue: 20, margin: 9, leftover: 2, fixedCost: 50 };

describe('the cases of a launch', () => {
  it('show the share of the pace on average', () => {
    const seen = tryCases(Float64Array.of(1000), pace).map((each) => each.seen);
    expect(mean(seen) / 400).toBeCloseTo(1, 2);
    const logs = seen.map((units) => Math.log(units / 400));
    const centre = mean(logs);
    expect(Math.sqrt(mean(logs.map((log) => (log - centre) ** 2)))).toBeCloseTo(0.2, 12);
  });

  it('are one for each demand without noise', () => {
    const cases = tryCases(Float64Array.of(100, 300), { ...pace, noise: 0 });
    expect(new Set(cases.map(({ seen }) => seen))).toEqual(new Set([40, 120]));
    for (const { demand, arrived } of cases) expect(arrived).toBeCloseTo(0.7 * demand, 9);
  });

  it('never show more than the demand, in the order of time', () => {
    const share = fc.double({ min: 0.01, max: 1, noNaN: true });
    const noise = fc.double({ min: 0, max: 2, noNaN: true });
    fc.assert(
      fc.property(share, share, noise, (a, b, noise) => {
        const [seenShare, arrivedShare] = [Math.min(a, b), Math.max(a, b)];
        const drawn = { seenShare, arrivedShare, noise, isLearnt: true };
        for (const { demand, seen, arrived } of tryCases(Float64Array.of(0, 7, 900), drawn)) {
          expect(seen).toBeGreaterThanOrEqual(0);
          expect(arrived).toBeGreaterThanOrEqual(seen - 1e-9);
          expect(arrived).toBeLessThanOrEqual(demand + 1e-9);
        }
      }),
    );
  });
});

describe('the profit of a case', () => {
  const launch = { demand: 100, seen: 40, arrived: 70 };

  it('loses demand between running out and the arrival', () => {
    // 60 sold, 10 lost, then 30 of the reorder of 50; 20 are left.
    const orders = { first: 60, again: 50 };
    expect(profitOfCase(launch, orders, money)).toBeCloseTo(9 * 90 - 2 * 20 - 50, 9);
  });

  it('is that of both orders at once where stock lasts until the arrival', () => {
    const profit = profitOfCase(launch, { first: 75, again: 15 }, money);
    expect(profit).toBeCloseTo(9 * 90 - 50, 9);
    expect(profit).toBe(profitOfCase(launch, { first: 90, again: 0 }, money));
  });
});

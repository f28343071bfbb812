import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '#core/base/random.ts';
import { normalQuantile } from '#core/base/statistics/normal-distribution.ts';
import { mean, standardDeviation } from '#core/base/statistics/statistics.ts';
import { profitOfCase, tryCases } from '#core/planning/try/try-cases.ts';

const pace = { seenShare: 0.4, arrivedShare: 0.7, noise: 0.2, isLearnt: true };
const money = { revenue: 20, margin: 9, leftover: 2, fixedCost: 50 };

describe('the cases of a launch', () => {
  it('show the share of the pace on average', () => {
    const seen = tryCases(Float64Array.of(1000), pace).map((each) => each.seen);
    expect(mean(seen) / 400).toBeCloseTo(1, 2);
    const logs = seen.map((units) => Math.log(units / 400));
    const centre = mean(logs);
    // The noise of the pace, and of a count of 1,000 units that fall into the first weeks with probability 0.4.
    const counted = Math.sqrt(0.2 ** 2 + 0.6 / 400);
    expect(Math.sqrt(mean(logs.map((log) => (log - centre) ** 2)))).toBeCloseTo(counted, 12);
  });

  it('are one for each demand where all of it comes early', () => {
    const early = { ...pace, noise: 0, seenShare: 1, arrivedShare: 1 };
    const cases = tryCases(Float64Array.of(0, 100, 300), early);
    expect(new Set(cases.map(({ seen }) => seen))).toEqual(new Set([0, 100, 300]));
    for (const { demand, arrived } of cases) expect(arrived).toBe(demand);
  });

  it('stray as far as units that buyers buy early or late, one by one (Monte Carlo)', () => {
    const random = seededRandom(3);
    for (const demand of [20, 60, 400]) {
      const drawn = Array.from({ length: 4000 }, () => {
        const z = normalQuantile(random());
        const share = Math.min(1, 0.4 * Math.exp(0.2 * z - 0.02));
        return Array.from({ length: demand }, random).filter((at) => at < share).length;
      });
      const seen = tryCases(Float64Array.of(demand), pace).map((each) => each.seen);
      expect(standardDeviation(seen) / standardDeviation(drawn)).toBeCloseTo(1, 1);
      expect(mean(seen) / mean(drawn)).toBeCloseTo(1, 1);
    }
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

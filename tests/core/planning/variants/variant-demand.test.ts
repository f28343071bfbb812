import { describe, expect, it } from 'vitest';
import { betaBinomialChances, betaOf } from '#core/base/statistics/beta-distribution.ts';
import { demandTails, thinnedDemand } from '#core/planning/variants/variant-demand.ts';

describe('demandTails', () => {
  it('are those of the beta-binomial distribution, over all points of demand', () => {
    const [demand, share] = [[0, 12, 40], { mean: 0.3, concentration: 18 }];
    const tails = demandTails(demand, share, 50);
    for (const least of [1, 2, 7, 12, 13, 40, 41]) {
      const exact = demand.map((units) =>
        betaBinomialChances(units, betaOf(0.3, 18))
          .slice(least)
          .reduce((all, each) => all + each, 0),
      );
      expect(tails[least - 1]).toBeCloseTo(exact.reduce((a, b) => a + b) / 3, 8);
    }
  });

  it('never ascend, also with a large demand', () => {
    const tails = demandTails([50_000], { mean: 0.02, concentration: 40 }, 3_000);
    expect(tails.every((each, j) => each <= (tails[j - 1] ?? 1) && each >= 0)).toBe(true);
    expect(tails[0]).toBeGreaterThan(0.3);
  });

  it('are all demand for the only variant', () => {
    expect([...demandTails([2, 4], { mean: 1, concentration: 5 }, 5)]).toEqual([1, 1, 0.5, 0.5, 0]);
  });
});

it('thins demand without changing its mean by more than rounding', () => {
  const demand = Array.from({ length: 100 }, (_, i) => 3 * i);
  const thinned = thinnedDemand(demand);
  expect(thinned).toHaveLength(25);
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b) / values.length;
  expect(Math.abs(mean(thinned) - mean(demand))).toBeLessThan(0.51);
});

import { describe, expect, it } from 'vitest';
import { costDoubt } from '#core/season/experiments/cost-doubt.ts';
import { seededRandom } from '#core/base/random.ts';
import { standardDeviation, sum } from '#core/base/statistics/statistics.ts';
import { drawNormal } from '../../../support/demo-shop/draws.ts';

describe('costDoubt', () => {
  it('is the deviation of simulated costs, where launches of one arm are off together', () => {
    const leanings = [
      { arm: 'a', slope: 100, doubt: 0.3 },
      { arm: 'a', slope: 50, doubt: 0.3 },
      { arm: 'b', slope: -80, doubt: 0.2 },
    ];
    const random = seededRandom(2);
    const costs = Array.from({ length: 50_000 }, () => {
      const off = { a: 0.3 * drawNormal(random), b: 0.2 * drawNormal(random) };
      return sum(leanings.map(({ arm, slope }) => slope * off[arm as 'a' | 'b']));
    });
    expect(standardDeviation(costs) / costDoubt(leanings)).toBeCloseTo(1, 1);
    expect(costDoubt(leanings)).toBeCloseTo(Math.hypot(45, 16), 9);
  });

  it('is nothing where nothing changes, or what leaves an arm comes to it', () => {
    const leaning = { arm: 'a', slope: 100, doubt: 0.3 };
    expect(costDoubt([])).toBe(0);
    expect(costDoubt([leaning, { ...leaning, slope: -100 }])).toBe(0);
  });
});

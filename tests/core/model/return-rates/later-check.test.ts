import { describe, expect, it } from 'vitest';
import { mean } from '#core/base/statistics/statistics.ts';
import { betaBinomialChances } from '#core/base/statistics/beta-distribution.ts';
import { beliefOf } from '#core/model/return-rates/belief.ts';
import { coveredShare, coverageOf, wideningFor } from '#core/model/return-rates/later-check.ts';

describe('coverage', () => {
  it('is 80% on average where the distribution is right, however few the units', () => {
    for (const sold of [1, 4, 30]) {
      const belief = { a: 2, b: 15 };
      const expected = betaBinomialChances(sold, belief).map(
        (chance, returned) => chance * coveredShare(belief, { returned, sold }),
      );
      expect(mean(expected) * expected.length).toBeCloseTo(0.8, 9);
    }
  });

  it('of very many units is that of their share', () => {
    const belief = { a: 20, b: 180 };
    expect(coveredShare(belief, { returned: 100_000, sold: 1_000_000 })).toBe(1);
    expect(coveredShare(belief, { returned: 300_000, sold: 1_000_000 })).toBe(0);
  });
});

describe('the widening', () => {
  // Later launches as they would be with a spread of another size: quantiles of its counts.
  const laterOf = (size: number, count: number) =>
    Array.from({ length: count }, (_, i) => {
      const sold = 200;
      const chances = betaBinomialChances(sold, beliefOf(-2, 0, { size, widening: 1 }));
      let [total, returned] = [0, -1];
      while (total < (i + 0.5) / count) total += chances[++returned]!;
      return { eta: -2, variance: 0, returned, sold };
    });

  it('makes ranges hold that were too narrow', () => {
    const later = laterOf(30, 200);
    expect(coverageOf(later, { size: 90, widening: 1 })).toBeLessThan(0.6);
    const widening = wideningFor(later, 90);
    expect(widening).toBeGreaterThan(1.4);
    // Most of the way, for 200 launches.
    expect(coverageOf(later, { size: 90, widening })).toBeGreaterThan(0.7);
  });

  it('stays near 1 where launches are few, or ranges hold', () => {
    expect(wideningFor(laterOf(30, 20), 90)).toBeLessThan(1.3);
    expect(wideningFor(laterOf(60, 100), 60)).toBeCloseTo(1, 1);
  });
});

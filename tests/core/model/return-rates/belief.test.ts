import { describe, expect, it } from 'vitest';
import { logit } from '#core/base/statistics/statistics.ts';
import { beliefOf, rangeOf, updateRate } from '#core/model/return-rates/belief.ts';

const alike = { size: 60, widening: 1 };

describe('the belief in a rate', () => {
  it('is the spread between products where η is known', () => {
    const { a, b } = beliefOf(logit(0.1), 0, alike);
    expect(a).toBeCloseTo(6, 9);
    expect(b).toBeCloseTo(54, 9);
  });

  it('adds what is not known of η, to first order', () => {
    const { a, b } = beliefOf(logit(0.1), 0.01, alike);
    const mean = a / (a + b);
    const variance = (mean * (1 - mean)) / (a + b + 1);
    const between = (0.1 * 0.9) / 61;
    expect(variance - between).toBeCloseTo((0.1 * 0.9) ** 2 * 0.01, 5);
  });

  it('is wider by the factor that later launches call for', () => {
    const varianceOf = (widening: number): number => {
      const { a, b } = beliefOf(-2, 0.1, { size: 60, widening });
      return (a * b) / ((a + b) ** 2 * (a + b + 1));
    };
    expect(varianceOf(1.5) / varianceOf(1)).toBeCloseTo(1.5, 1);
  });

  it('is a belief however little is known', () => {
    for (const variance of [0, 1, 1e6]) {
      for (const eta of [-40, 0, 40]) {
        const { mean, low, high } = rangeOf(beliefOf(eta, variance, alike));
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(mean).toBeGreaterThanOrEqual(0);
        expect(mean).toBeLessThanOrEqual(1);
      }
    }
  });
});

describe('the first results', () => {
  it('count next to what was believed: the posterior of a beta-binomial', () => {
    const { a, b } = updateRate({ a: 6, b: 54 }, { returned: 8, sold: 20 });
    expect(a / (a + b)).toBeCloseTo((6 + 8) / (60 + 20), 12);
  });

  it('change nothing where they cannot be', () => {
    const before = { a: 6, b: 54 };
    expect(updateRate(before, { returned: 0, sold: 0 })).toEqual(before);
    expect(updateRate(before, { returned: NaN, sold: NaN })).toEqual(before);
    expect(updateRate(before, { returned: 9, sold: 4 })).toEqual({ a: 10, b: 54 });
  });
});

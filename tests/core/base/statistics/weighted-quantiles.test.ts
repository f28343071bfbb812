import { describe, expect, it } from 'vitest';
import { weightedQuantile, weightedValues } from '#core/base/statistics/weighted-quantiles.ts';

describe('weightedQuantile', () => {
  it('is type 5 of Hyndman and Fan for equal weights', () => {
    const all = weightedValues([3, 1, 4, 2], [2, 2, 2, 2]);
    // numpy.quantile([1, 2, 3, 4], q, method='hazen')
    expect([0, 0.125, 0.25, 0.5, 0.8, 1].map((q) => weightedQuantile(all, q))).toEqual([
      1, 1, 1.5, 2.5, 3.7, 4,
    ]);
  });

  it('counts a weight of three nearly as three values', () => {
    const values = Array.from({ length: 300 }, (_, i) => Math.sin(i * 7.3) + i / 300);
    const weights = values.map((_, i) => 1 + (i % 3));
    const repeated = values.flatMap((value, i) => new Array<number>(weights[i]!).fill(value));
    const all = weightedValues(
      repeated,
      repeated.map(() => 1),
    );
    for (const q of [0.05, 0.1, 0.4, 0.5, 0.9])
      expect(weightedQuantile(weightedValues(values, weights), q)).toBeCloseTo(
        weightedQuantile(all, q),
        1,
      );
  });

  it('has no quantile without values', () => {
    expect(weightedQuantile(weightedValues([], []), 0.5)).toBeNaN();
    expect(weightedQuantile(weightedValues([7], [2]), 0.9)).toBe(7);
  });
});

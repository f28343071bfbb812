import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rankCorrelation } from '#core/base/statistics/rank-correlation.ts';

describe('rank correlation', () => {
  it('is 1 for any order that is kept, −1 for one that is turned round, NaN for none', () => {
    expect(rankCorrelation([1, 2, 3, 4], [1, 10, 11, 1000])).toBeCloseTo(1, 12);
    expect(rankCorrelation([1, 2, 3, 4], [4, 3, 2, 1])).toBeCloseTo(-1, 12);
    expect(rankCorrelation([1, 2, 3], [5, 5, 5])).toBeNaN();
  });

  it('is 1 − 6 Σd² / n(n² − 1) where no two are equal', () => {
    const order = fc.uniqueArray(fc.integer({ min: -999, max: 999 }), {
      minLength: 3,
      maxLength: 20,
    });
    fc.assert(
      fc.property(
        order,
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        (a, keys) => {
          const n = a.length;
          const b = [...keys.take(n)].map((key, i) => key + i * 1e-9);
          const place = (values: readonly number[], i: number) =>
            values.filter((value) => value < values[i]!).length;
          const squares = a.reduce((sum, _, i) => sum + (place(a, i) - place(b, i)) ** 2, 0);
          if (new Set(b).size < n) return;
          expect(rankCorrelation(a, b)).toBeCloseTo(1 - (6 * squares) / (n * (n ** 2 - 1)), 9);
        },
      ),
    );
  });
});

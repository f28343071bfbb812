import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meanAbsoluteError, pinball, r2OfLog1p, wape } from '#core/base/statistics/metrics.ts';

const outcomes = fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 2, maxLength: 40 });

describe('metrics', () => {
  it('agree with their closed forms', () => {
    expect(wape([10, 20, 30], [12, 20, 24])).toBeCloseTo(8 / 60, 12);
    expect(meanAbsoluteError([10, 20, 30], [12, 20, 24])).toBeCloseTo(8 / 3, 12);
    // tests/support/references/scikit_learn.py
    expect(pinball([10, 20, 30], [12, 20, 24], 0.9)).toBeCloseTo(1.8666667, 6);
    expect(pinball([10, 20, 30], [12, 20, 24], 0.25)).toBeCloseTo(1, 6);
    expect(r2OfLog1p([10, 20, 30], [12, 20, 24])).toBeCloseTo(0.8645770935710805, 12);
  });

  it('say NaN where they mean nothing', () => {
    expect(wape([0, 0], [1, 2])).toBeNaN();
    expect(r2OfLog1p([5, 5], [5, 6])).toBeNaN();
  });

  it('are perfect for perfect predictions and do not depend on row order', () => {
    fc.assert(
      fc.property(outcomes, outcomes, (actual, other) => {
        const predicted = actual.map((_, i) => other[i % other.length]!);
        const total = actual.reduce((a, b) => a + b);
        if (total === 0) return;
        expect(wape(actual, actual)).toBe(0);
        const reversed = wape([...actual].reverse(), [...predicted].reverse());
        expect(reversed).toBeCloseTo(wape(actual, predicted), 9);
      }),
    );
  });
});

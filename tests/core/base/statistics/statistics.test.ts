import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countTexts,
  finite,
  logit,
  mean,
  median,
  medianOfCounts,
  quantile,
  sigmoid,
  softplus,
  standardDeviation,
} from '#core/base/statistics/statistics.ts';

describe('quantile', () => {
  // tests/support/references/scikit_learn.py
  it.each([
    { q: 0, gives: 1 },
    { q: 0.1, gives: 1 },
    { q: 0.25, gives: 1.75 },
    { q: 0.5, gives: 3.5 },
    { q: 0.9, gives: 6.9 },
    { q: 1, gives: 9 },
  ])('agrees with NumPy at $q', ({ q, gives }) => {
    expect(quantile([3, 1, 4, 1, 5, 9, 2, 6], q)).toBeCloseTo(gives, 12);
  });

  it('is NaN when there is nothing', () => {
    expect(median([])).toBeNaN();
  });

  it('lies between the least and the greatest value and grows with the fraction', () => {
    const values = fc.array(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), { minLength: 1 });
    fc.assert(
      fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (list, q) => {
        expect(quantile(list, q)).toBeGreaterThanOrEqual(Math.min(...list));
        expect(quantile(list, q)).toBeLessThanOrEqual(Math.max(...list));
        expect(quantile(list, q)).toBeLessThanOrEqual(quantile(list, 1));
      }),
    );
  });
});

it('takes mean and population deviation as their closed forms say', () => {
  expect(mean([1, 2, 3, 4])).toBe(2.5);
  expect(standardDeviation([2, 4, 4, 4, 5, 5, 7, 9])).toBe(2);
});

it('keeps only finite values', () => {
  expect(finite([1, NaN, Infinity, -Infinity, 2])).toEqual([1, 2]);
});

it('counts texts, commonest first, leaving the missing out', () => {
  expect(countTexts(['b', 'a', '', 'b', 'c'])).toEqual([
    ['b', 2],
    ['a', 1],
    ['c', 1],
  ]);
});

it('inverts the logit by the sigmoid', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true }), (share) => {
      expect(sigmoid(logit(share))).toBeCloseTo(share, 9);
    }),
  );
});

it('gives softplus without overflow and with the sigmoid as its slope', () => {
  expect(softplus(1000)).toBe(1000);
  expect(softplus(-1000)).toBe(0);
  for (const x of [-3, -0.1, 0, 2]) {
    expect((softplus(x + 1e-6) - softplus(x - 1e-6)) / 2e-6).toBeCloseTo(sigmoid(x), 6);
  }
});

it('finds the median of counts where sorting finds it', () => {
  const values = fc.array(fc.nat({ max: 12 }), { maxLength: 30 });
  fc.assert(
    fc.property(values, (all) => {
      const counts = new Uint32Array(20);
      for (const value of all) counts[value]! += 1;
      expect(medianOfCounts(counts)).toBe(median(all));
    }),
  );
});

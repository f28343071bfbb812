import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { histogramBins } from '#core/base/statistics/histogram.ts';

const values = fc.array(fc.double({ min: -1e7, max: 1e7, noNaN: true }), { minLength: 1 });
const mostBins = fc.integer({ min: 3, max: 40 });

describe('histogramBins', () => {
  it('counts each value once, and no missing one', () => {
    fc.assert(
      fc.property(values, mostBins, (known, most) => {
        const bins = histogramBins([NaN, ...known, Infinity], most);
        expect(bins.reduce((total, { count }) => total + count, 0)).toBe(known.length);
      }),
    );
  });

  it('lets neither gap nor overlap between bins of one width, and never too many', () => {
    fc.assert(
      fc.property(values, mostBins, (known, most) => {
        const bins = histogramBins(known, most);
        expect(bins.length).toBeLessThanOrEqual(most);
        const width = bins[0]!.to - bins[0]!.from;
        for (const [i, { from, to }] of bins.entries()) {
          expect(to).toBeGreaterThan(from);
          if (i > 0) expect(from).toBe(bins[i - 1]!.to);
          if (to < Infinity) expect(to - from).toBeCloseTo(width, 6);
        }
        expect(bins.slice(0, -1).every(({ to }) => to < Infinity)).toBe(true);
      }),
    );
  });

  it('counts in each bin what lies in it', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -5000, max: 5000 }), { minLength: 1 }), (known) => {
        for (const { from, to, count } of histogramBins(known)) {
          expect(count).toBe(known.filter((value) => from <= value && value < to).length);
          expect(Number.isInteger(from)).toBe(true);
        }
      }),
    );
  });

  it('draws together what lies far beyond the others', () => {
    const units = [...Array.from({ length: 200 }, (_, i) => i), 4000, 9000];
    const bins = histogramBins(units);
    expect(bins.at(-1)).toEqual({ from: 200, to: Infinity, count: 2 });
    expect(bins[0]).toEqual({ from: 0, to: 20, count: 20 });
  });

  it('keeps one value in one bin, and none in no bin', () => {
    expect(histogramBins([7, 7, 7])).toEqual([{ from: 7, to: 8, count: 3 }]);
    expect(histogramBins([NaN])).toEqual([]);
  });

  it('takes a span too small to divide for one value', () => {
    const count = (values: number[]) => histogramBins(values).map((bin) => bin.count);
    expect(count([-5e-324, 0])).toEqual([2]);
    expect(count([1e7, 1e7 + 1e-6])).toEqual([2]);
  });

  it('refuses room for fewer bins than a body and a tail need', () => {
    expect(() => histogramBins([1, 2], 2)).toThrow('expected room for 3 bins or more, got 2');
  });
});

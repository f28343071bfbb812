import { describe, expect, it } from 'vitest';
import { isClear, LEAST_FOR_RANGE, meanRange } from '#core/ledger/entries/mean-range.ts';
import { seededRandom } from '#core/base/random.ts';

describe('meanRange', () => {
  it('gives no range of few values', () => {
    const few = new Array<number>(LEAST_FOR_RANGE - 1).fill(3);
    expect(meanRange(few)).toEqual({ mean: 3, count: LEAST_FOR_RANGE - 1, range: null });
    expect(isClear(meanRange(few))).toBe(false);
  });

  it('is the same of the same values, and without width where they are alike', () => {
    const values = [5, 1, 4, 2, 8, 9, 3, 7, 6];
    expect(meanRange(values)).toEqual(meanRange(values));
    expect(meanRange(new Array<number>(9).fill(3)).range).toEqual({ low: 3, high: 3 });
  });

  it('holds the true mean in about 8 of 10 samples', () => {
    const random = seededRandom(5);
    let held = 0;
    for (let sample = 0; sample < 400; sample++) {
      const { range } = meanRange(Array.from({ length: 30 }, () => random() ** 2));
      if (range!.low <= 1 / 3 && 1 / 3 <= range!.high) held++;
    }
    // Two standard errors of a share of 0.8 are 0.04; the percentile bootstrap of 30 runs a little narrow.
    expect(held / 400).toBeGreaterThan(0.73);
    expect(held / 400).toBeLessThan(0.85);
  });

  it('tells a mean that is not zero', () => {
    expect(isClear(meanRange([1, 2, 1, 2, 1, 2, 1, 2]))).toBe(true);
    expect(isClear(meanRange([-1, 1, -1, 1, -1, 1, -1, 1]))).toBe(false);
  });
});

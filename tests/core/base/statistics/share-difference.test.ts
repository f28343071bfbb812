import { describe, expect, it } from 'vitest';
import { shareDifference } from '#core/base/statistics/share-difference.ts';

/** 97.5% quantile of the normal distribution. */
const NINETEEN_IN_TWENTY = 1.959963984540054;

describe('the range of a difference of two shares', () => {
  // Newcombe 1998, Statistics in Medicine 17, table II, method 10: first share less second share.
  it.each([
    { first: [56, 70], second: [48, 80], low: 0.0524, high: 0.3339 },
    { first: [9, 10], second: [3, 10], low: 0.1705, high: 0.809 },
    { first: [5, 56], second: [0, 29], low: -0.0381, high: 0.1926 },
    { first: [10, 10], second: [0, 10], low: 0.6075, high: 1 },
  ])('agrees with published values for $first and $second', ({ first, second, low, high }) => {
    const share = ([hits, count]: readonly number[]) => ({
      share: hits! / count!,
      count: count!,
    });
    const range = shareDifference(share(second), share(first), NINETEEN_IN_TWENTY);
    expect(range[0]).toBeCloseTo(low, 4);
    expect(range[1]).toBeCloseTo(high, 4);
  });

  it('says nothing without cases', () => {
    const none = { share: 0, count: 0 };
    expect(shareDifference(none, none, 1.28)).toEqual([-1, 1]);
  });
});

import { quantileOfSorted } from '#core/base/statistics/statistics.ts';
import type { OutcomeRange } from './launch-plan.ts';

/**
 * Returns the 80% and 50% ranges, widened if necessary to include the expected value.
 * @param at quantile for a share of outcomes, 0–1
 */
export function rangeAround(expected: number, at: (share: number) => number): OutcomeRange {
  return {
    expected,
    low80: Math.min(expected, at(0.1)),
    low50: Math.min(expected, at(0.25)),
    high50: Math.max(expected, at(0.75)),
    high80: Math.max(expected, at(0.9)),
  };
}

/**
 * Returns the ranges of equally likely outcomes around their mean, because the forecast of money is the mean and not
 * the median.
 */
export function meanRange(values: Float64Array): OutcomeRange {
  const sorted = values.toSorted();
  const expected = sorted.reduce((all, value) => all + value / sorted.length, 0);
  return rangeAround(expected, (share) => quantileOfSorted(sorted, share));
}

import { quantileOfSorted } from '../statistics.ts';
import type { OutcomeRange } from './launch-plan.ts';

/** The ranges of 8 in 10 and 5 in 10 outcomes, which always hold what is expected. at: what so large a share stays below. */
export function rangeAround(expected: number, at: (share: number) => number): OutcomeRange {
  return {
    expected,
    low80: Math.min(expected, at(0.1)),
    low50: Math.min(expected, at(0.25)),
    high50: Math.max(expected, at(0.75)),
    high80: Math.max(expected, at(0.9)),
  };
}

/** Of equally likely outcomes, around their mean: money is expected on average, not in the middle. */
export function meanRange(values: Float64Array): OutcomeRange {
  const sorted = values.toSorted();
  const expected = sorted.reduce((all, value) => all + value / sorted.length, 0);
  return rangeAround(expected, (share) => quantileOfSorted(sorted, share));
}

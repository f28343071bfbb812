// The verdict of an off-policy evaluation.

import type { Interval } from './intervals.ts';

/**
 * Least effective sample size for a verdict; below it, one or two launches decide. In the bench, with 240 launches, 90%
 * intervals by estimated propensities cover the truth in 81% of 200 worlds, whether 30 or 40 launches count. With 1,120
 * launches, 136 of them counting, they cover it in 87.5%. The bound, which a verdict rests on, covers it in all.
 */
export const LEAST_EFFECTIVE_SIZE = 30;

/** hidden: more than chance, but hidden reasons may explain it. */
export type PolicyVerdict = 'better' | 'worse' | 'hidden' | 'unclear';

/**
 * Returns the verdict on a gain from two intervals.
 * @param likely 80% interval of the gain
 * @param bound the same, widened by what hidden reasons may have moved
 */
export function policyVerdict(likely: Interval, bound: Interval): PolicyVerdict {
  if (bound.low > 0) return 'better';
  if (bound.high < 0) return 'worse';
  return likely.low > 0 || likely.high < 0 ? 'hidden' : 'unclear';
}

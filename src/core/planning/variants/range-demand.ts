// Points of demand from the ranges that a plan states, so that any stored plan can be split.

import type { OutcomeRange } from '../plan/launch-plan.ts';

const POINTS = 25;
/** The fractions of the range's numbers, lowest first. */
const FRACTIONS = [0.1, 0.25, 0.5, 0.75, 0.9] as const;

/**
 * Returns equally likely units, ascending: log1p(units) is linear between the range's numbers and beyond them.
 * @param times what the stock is to meet, as a multiple of the demand within the horizon
 */
export function demandOfRange(range: OutcomeRange, times: number): number[] {
  const ends = [range.low80, range.low50, range.expected, range.high50, range.high80];
  const logs = ends.map((units) => Math.log1p(Math.max(0, units)));
  return Array.from({ length: POINTS }, (_, i) => {
    const fraction = (i + 0.5) / POINTS;
    const next = FRACTIONS.findIndex((each) => each >= fraction);
    const high = Math.max(1, next < 0 ? FRACTIONS.length - 1 : next);
    const [from, to] = [FRACTIONS[high - 1]!, FRACTIONS[high]!];
    const slope = (logs[high]! - logs[high - 1]!) / (to - from);
    return Math.max(0, times * Math.expm1(logs[high - 1]! + slope * (fraction - from)));
  });
}

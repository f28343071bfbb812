// Checks whether rows can be launches, by their number per month and day. Order lines mistaken for launches come by the
// thousand.

import type { Day } from '#core/base/dates.ts';
import { finite } from '#core/base/statistics/statistics.ts';

export interface LaunchDensity {
  readonly launchCount: number;
  readonly perMonth: number;
  readonly busiestDay: Day;
  /** Number of launches on the busiest day. */
  readonly onBusiestDay: number;
}

const DAYS_A_MONTH = 365.25 / 12;
/** Shops with more launches are rare, so the seller is asked. */
const MOST_A_MONTH = 300;
const MOST_OF_ONE_DAY = 0.1;
/** With fewer launches, several on one day prove nothing. */
const LEAST_TOLD = 50;

/**
 * Returns the density of the launches if it is implausible, else null.
 * @param days launch days; NaN if not known
 */
export function implausibleDensity(days: Float64Array): LaunchDensity | null {
  const known = finite(days)
    .map(Math.floor)
    .sort((a, b) => a - b);
  if (known.length < LEAST_TOLD) return null;
  const months = Math.max(1, (known.at(-1)! - known[0]! + 1) / DAYS_A_MONTH);
  const perMonth = known.length / months;
  const [busiestDay, onBusiestDay] = busiest(known);
  const isPlausible = perMonth <= MOST_A_MONTH && onBusiestDay <= MOST_OF_ONE_DAY * known.length;
  return isPlausible ? null : { launchCount: known.length, perMonth, busiestDay, onBusiestDay };
}

function busiest(sorted: readonly Day[]): [day: Day, count: number] {
  let [day, most, start] = [sorted[0]!, 0, 0];
  sorted.forEach((each, i) => {
    if (each !== sorted[start]) start = i;
    if (i + 1 - start > most) [day, most] = [each, i + 1 - start];
  });
  return [day, most];
}

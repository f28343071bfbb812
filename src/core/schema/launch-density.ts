// Whether rows can be launches at all, by how many there are in a time: lines of orders that were taken for launches come by the thousand.

import type { Day } from '../dates.ts';
import { finite } from '../statistics.ts';

export interface LaunchDensity {
  readonly launchCount: number;
  readonly perMonth: number;
  readonly busiestDay: Day;
  /** Launches of the busiest day. */
  readonly onBusiestDay: number;
}

const DAYS_A_MONTH = 365.25 / 12;
/** Shops with more are rare enough to be asked. */
const MOST_A_MONTH = 300;
const MOST_OF_ONE_DAY = 0.1;
/** Of fewer, several on one day say nothing. */
const LEAST_TOLD = 50;

/** @param days of the launches; NaN where one is not known. @returns null where nothing speaks against launches */
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

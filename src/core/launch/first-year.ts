import type { Day } from '../base/dates.ts';

const DAYS_PER_YEAR = 365;

/** Returns whether all launches lie within less than a year, so that no season came round. */
export function isFirstYear(launchDays: Iterable<Day>): boolean {
  let [first, last] = [Infinity, -Infinity];
  for (const day of launchDays) {
    first = Math.min(first, day);
    last = Math.max(last, day);
  }
  return last - first < DAYS_PER_YEAR;
}

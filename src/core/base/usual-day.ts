// Detects dates with an unusual year, such as one typed in two digits or cut short. The app asks before it uses them.

import { dayFromCalendar, monthOfYear, yearOf, type Day } from './dates.ts';

const FIRST_YEAR = 2000;
const LAST_YEAR = 2100;

/** Returns whether a day is in the years 2000 to 2100. */
export function isUsualDay(day: Day): boolean {
  const year = yearOf(day);
  return year >= FIRST_YEAR && year <= LAST_YEAR;
}

/**
 * Returns the same day in the 2000s, for a year given by its last two digits or stored a century early; null from the
 * year 2000 on.
 */
export function meantDay(day: Day): Day | null {
  const year = yearOf(day);
  if (year >= FIRST_YEAR) return null;
  const inCentury = FIRST_YEAR + (year % 100);
  const dayOfMonth = day - dayFromCalendar(year, monthOfYear(day), 1) + 1;
  return dayFromCalendar(inCentury, monthOfYear(day), dayOfMonth);
}

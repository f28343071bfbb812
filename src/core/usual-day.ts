// Which days a shop means: a year typed in two digits, or cut short, is asked about before it is taken.

import { dayFromCalendar, monthOfYear, yearOf, type Day } from './dates.ts';

const FIRST_YEAR = 2000;
const LAST_YEAR = 2100;

export function isUsualDay(day: Day): boolean {
  const year = yearOf(day);
  return year >= FIRST_YEAR && year <= LAST_YEAR;
}

/** The same day in the 2000s, for years that are said by their last two digits or stored a century early; null where none is meant. */
export function meantDay(day: Day): Day | null {
  const year = yearOf(day);
  if (year >= FIRST_YEAR) return null;
  const inCentury = FIRST_YEAR + (year % 100);
  const dayOfMonth = day - dayFromCalendar(year, monthOfYear(day), 1) + 1;
  return dayFromCalendar(inCentury, monthOfYear(day), dayOfMonth);
}

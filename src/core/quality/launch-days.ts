import { dayFromCalendar, type Day } from '../dates.ts';

/** Online shops are younger; earlier dates are what programs write for none, such as 1900-01-01. */
const FIRST_DAY = dayFromCalendar(1990, 1, 1);
/** Where more launches than this lie ahead, the clock is wrong rather than the file. */
const MOST_AHEAD = 0.25;
/** Where more launches than this are young, the seller decides. */
const MOST_YOUNG = 0.25;

type DayObjection = 'early-launch-date' | 'future-launch-date';

/** Why a launch on that day cannot be learned from, or null. */
export function dayObjection(day: Day, today: Day | null): DayObjection | null {
  if (day < FIRST_DAY) return 'early-launch-date';
  return today !== null && day > today ? 'future-launch-date' : null;
}

/** Whether what comes of a launch in so many days was not all there yet on the day on which its file was read. */
export function isYoung(day: Day, today: Day | null, horizonDays: number): boolean {
  return today !== null && day <= today && today - day < horizonDays;
}

/** Whether young launches are few enough to do without; a shop that just began has no others. */
export function areFewYoung(days: Float64Array, today: Day | null, horizonDays: number): boolean {
  const known = days.filter((day) => !Number.isNaN(day));
  const young = known.filter((day) => isYoung(day, today, horizonDays));
  return young.length <= MOST_YOUNG * known.length;
}

/** Whether launches that lie ahead of today are few enough to be slips, or plans. */
export function areFewAhead(days: Float64Array, today: Day | null): boolean {
  if (today === null) return true;
  let known = 0;
  let ahead = 0;
  for (const day of days) {
    if (Number.isNaN(day)) continue;
    known += 1;
    if (day > today) ahead += 1;
  }
  return ahead <= Math.max(1, MOST_AHEAD * known);
}

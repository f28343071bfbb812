import { dayFromCalendar, type Day } from '#core/base/dates.ts';

/** Online shops are younger. Programs write earlier dates, such as 1900-01-01, for no date. */
const FIRST_DAY = dayFromCalendar(1990, 1, 1);
/** If a larger share of launches lies in the future, the clock is wrong rather than the file. */
const MOST_AHEAD = 0.25;
/** If a larger share of launches is young, the seller decides. */
const MOST_YOUNG = 0.25;

type DayObjection = 'early-launch-date' | 'future-launch-date';

/** Returns why a launch on that day cannot be learned from, or null. */
export function dayObjection(day: Day, today: Day | null): DayObjection | null {
  if (day < FIRST_DAY) return 'early-launch-date';
  return today !== null && day > today ? 'future-launch-date' : null;
}

/** Returns whether a launch was younger than its horizon when the file was read, so its outcomes were incomplete. */
export function isYoung(day: Day, today: Day | null, horizonDays: number): boolean {
  return today !== null && day <= today && today - day < horizonDays;
}

/** Returns whether young launches are few enough to exclude. A new shop has no others. */
export function areFewYoung(days: Float64Array, today: Day | null, horizonDays: number): boolean {
  const known = days.filter((day) => !Number.isNaN(day));
  const young = known.filter((day) => isYoung(day, today, horizonDays));
  return young.length <= MOST_YOUNG * known.length;
}

/** Returns whether launches in the future are few enough to be input errors or plans. A single one always is. */
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

import { dayFromCalendar, isoDate, type Day } from '#core/base/dates.ts';
import { m } from '#messages';
import { formatShortDay } from '#components/words/dates.ts';

const THURSDAY = 3;

/** Returns the ISO 8601 week number, 1–53. A week belongs to the year of its Thursday. */
export function weekNumber(monday: Day): number {
  const thursday = monday + THURSDAY;
  const year = Number(isoDate(thursday).slice(0, 4));
  return 1 + Math.floor((thursday - dayFromCalendar(year, 1, 1)) / 7);
}

/** Returns the week number as a parameter for messages. */
export function weekText(week: Day): { readonly number: string } {
  return { number: String(weekNumber(week)) };
}

/** Returns, for example, "Week 10, 8 Mar". */
export function weekWords(week: Day): string {
  return m.season_week_day({ ...weekText(week), day: formatShortDay(week) });
}

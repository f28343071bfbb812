import { type Day, dayFromCalendar, isoDate, mondayOnOrAfter } from '#core/base/dates.ts';
import { SECONDS_A_DAY } from './order.ts';

const CHANGE_SECOND = 2 * 3600;

/** Writes a moment as Shopify does by the clock of a shop in New York: "2024-05-01 10:00:00 -0400". */
export function parseMoment(moment: { readonly day: Day; readonly second: number }): string {
  const second = moment.second % SECONDS_A_DAY;
  const day = moment.day + Math.floor(moment.second / SECONDS_A_DAY);
  const parts = [second / 3600, (second / 60) % 60, second % 60];
  const clock = parts.map((part) => String(Math.floor(part)).padStart(2, '0')).join(':');
  return `${isoDate(day)} ${clock} ${isSummer(day + second / SECONDS_A_DAY) ? '-0400' : '-0500'}`;
}

/** Whether it is summer time: from the second Sunday of March to the first of November, at two in the morning. */
function isSummer(moment: number): boolean {
  const year = Number(isoDate(Math.floor(moment)).slice(0, 4));
  const change = CHANGE_SECOND / SECONDS_A_DAY;
  const begins = sundayOnOrAfter(dayFromCalendar(year, 3, 8)) + change;
  const ends = sundayOnOrAfter(dayFromCalendar(year, 11, 1)) + change;
  return moment >= begins && moment < ends;
}

function sundayOnOrAfter(day: Day): Day {
  return mondayOnOrAfter(day + 1) - 1;
}

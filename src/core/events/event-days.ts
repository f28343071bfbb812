import { dayFromCalendar, type Day } from '../dates.ts';
import { eventDays, FIRST_YEAR, LAST_YEAR } from './event-days.generated.ts';
import type { Market } from './markets.ts';
import type { EventId } from './selling-events.ts';

/** A selling event in one year: goods for it must be there on its first day. A feast of one day ends on the day it begins. */
export interface Occurrence {
  readonly event: EventId;
  readonly from: Day;
  readonly to: Day;
}

/**
 * What people of a market buy for, in order of its first day: all that begins in the years 2015–2040. Ramadan and both Eids are calculated
 * and may be a day off what is announced when the moon is seen; each comes twice in one year of these.
 */
export function occurrences(market: Market): readonly Occurrence[] {
  return eventDays
    .filter(({ markets }) => markets.split(' ').includes(market))
    .flatMap(({ event, days }) => everyYear(days).map((span) => ({ event, ...span })))
    .sort((a, b) => a.from - b.from);
}

/** Years in a row, or one that stands for all. */
function everyYear(days: string): Omit<Occurrence, 'event'>[] {
  const years = days.split(' ');
  return Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, index) => {
    const words = years[index % years.length]!.split(',');
    return words.map((word) => readSpan(FIRST_YEAR + index, word));
  }).flat();
}

/** Month, day of the month, and how many days more: "0214", "0601+91". */
function readSpan(year: number, word: string): Omit<Occurrence, 'event'> {
  const [start, more] = word.split('+');
  const from = dayFromCalendar(year, Number(start!.slice(0, 2)), Number(start!.slice(2)));
  return { from, to: from + Number(more ?? 0) };
}

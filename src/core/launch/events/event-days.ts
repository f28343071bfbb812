import { dayFromCalendar, type Day } from '#core/base/dates.ts';
import { eventDays, FIRST_YEAR, LAST_YEAR } from './event-days.generated.ts';
import type { Market } from './markets.ts';
import type { EventId } from './selling-events.ts';

/** A sales event in one year: goods must be there on its first day. A feast of one day ends on the day it begins. */
export interface Occurrence {
  readonly event: EventId;
  readonly from: Day;
  readonly to: Day;
}

/**
 * Returns the sales events of a market that begin in the years 2015–2040, by their first day. Ramadan and both Eids are
 * calculated: they may be a day off the announced date, which depends on sighting the moon. Each comes twice in one of
 * these years.
 */
export function occurrences(market: Market): readonly Occurrence[] {
  return eventDays
    .filter(({ markets }) => markets.split(' ').includes(market))
    .flatMap(({ event, days }) => everyYear(days).map((span) => ({ event, ...span })))
    .sort((a, b) => a.from - b.from);
}

/** Reads the spans of every year: one word per year, or one that stands for all years. */
function everyYear(days: string): Omit<Occurrence, 'event'>[] {
  const years = days.split(' ');
  return Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, index) => {
    const words = years[index % years.length]!.split(',');
    return words.map((word) => readSpan(FIRST_YEAR + index, word));
  }).flat();
}

/** Reads month, day of the month and number of further days: "0214", "0601+91". */
function readSpan(year: number, word: string): Omit<Occurrence, 'event'> {
  const [start, more] = word.split('+');
  const from = dayFromCalendar(year, Number(start!.slice(0, 2)), Number(start!.slice(2)));
  return { from, to: from + Number(more ?? 0) };
}

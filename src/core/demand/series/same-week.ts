// Which week of an earlier year is like a week: the same time of the year, or the same distance from a feast that moves.

import type { Day } from '#core/base/dates.ts';
import { occurrences } from '#core/launch/events/event-days.ts';
import type { Market } from '#core/launch/events/markets.ts';
import type { EventId } from '#core/launch/events/selling-events.ts';
import { WEEK_DAYS } from './demand-panel.ts';

/** Returns the week, counted as `week` is, that is like it `years` earlier. */
export type SameWeek = (week: number, years: number) => number;

/** Feasts that move by weeks and that a whole shop feels. A smaller one, such as Hanukkah, must not pull Christmas along. */
const MOVING_FEASTS: readonly EventId[] = [
  ...(['lunar-new-year', 'ramadan', 'eid-al-fitr', 'eid-al-adha', 'easter', 'diwali'] as const),
];
/** Earlier years that are compared. */
export const MOST_YEARS = 5;
const YEAR_DAYS = 365.25;
/** Buyers come in the weeks before a feast, and stay away in the week after it. */
const WEEKS_BEFORE = 3;
const WEEKS_AFTER = 1;
/** How far a week without a feast is looked for. */
const FARTHEST_WEEKS = 8;

/** Returns the same time of the year to the nearest week: 52 weeks earlier, or 261 for five years. */
export function sameTimeOfYear(week: number, years: number): number {
  return week - Math.round((YEAR_DAYS * years) / WEEK_DAYS);
}

/**
 * Follows the feasts of a market that move, such as the Lunar New Year: a week near one is like the week as near to it in
 * an earlier year. A week far from all is never like a feast's week.
 */
export function sameWeekIn(market: Market, firstDay: Day): SameWeek {
  const feasts = feastWeeks(market, (day) => Math.floor((day - firstDay) / WEEK_DAYS));
  const isFeastWeek = (week: number) =>
    feasts.some((weeks) => weeks.some((at) => isNear(week - at)));
  return (week, years) => {
    for (const weeks of feasts) {
      const place = weeks.findIndex((at) => isNear(week - at));
      const earlier = weeks[place - years];
      if (place >= 0 && earlier !== undefined) return week - weeks[place]! + earlier;
    }
    return nearestWeek(sameTimeOfYear(week, years), (at) => !isFeastWeek(at));
  };
}

/** Remembers the answers: forecasts ask for the same weeks at every origin. */
export function remembered(sameWeek: SameWeek): SameWeek {
  const known = new Map<number, number>();
  return (week, years) => {
    const key = week * MOST_YEARS + years - 1;
    let found = known.get(key);
    if (found === undefined) known.set(key, (found = sameWeek(week, years)));
    return found;
  };
}

/** Returns the week itself, or the nearest before or after it that suits. */
function nearestWeek(week: number, suits: (week: number) => boolean): number {
  for (let away = 0; away <= FARTHEST_WEEKS; away++) {
    if (suits(week - away)) return week - away;
    if (suits(week + away)) return week + away;
  }
  return week;
}

function isNear(weeksFromFeast: number): boolean {
  return weeksFromFeast >= -WEEKS_BEFORE && weeksFromFeast <= WEEKS_AFTER;
}

/** Returns the weeks of each feast that moves, in order. */
function feastWeeks(market: Market, weekOf: (day: Day) => number): readonly (readonly number[])[] {
  const all = occurrences(market);
  return MOVING_FEASTS.map((feast) =>
    all.filter(({ event }) => event === feast).map(({ from }) => weekOf(from)),
  );
}

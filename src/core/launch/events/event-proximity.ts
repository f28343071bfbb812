// Measures how near a launch is to sales events. A launch sells for weeks, so its best day is some weeks before a
// feast. Models learn how many weeks from the proximity in each window.

import { bump } from '#core/base/bump.ts';
import type { Day } from '#core/base/dates.ts';
import { occurrences, type Occurrence } from './event-days.ts';
import type { Market } from './markets.ts';
import type { EventId } from './selling-events.ts';

/** Windows: days from the launch to the event, and the deviation around them in days. */
const WINDOWS = [
  { daysAhead: 0, deviationDays: 8 },
  { daysAhead: 14, deviationDays: 8 },
  { daysAhead: 28, deviationDays: 10 },
  { daysAhead: 49, deviationDays: 14 },
] as const;
export const WINDOW_COUNT: number = WINDOWS.length;

/**
 * Days that count as passed at the end of a season: a launch on its last day is as late as one so long after a feast.
 */
const SEASON_AGEING_DAYS = 14;
/** Distance in days beyond which every window is zero. */
const FARTHEST_DAYS = 100;

/** Returns the proximity of a launch day: [events, windows], each 0–1. The same array is returned for the same day. */
export type Proximity = (day: Day) => Float32Array;

/**
 * Returns a function that measures launch days and remembers the results.
 * @param events of the market, in the order of the result
 */
export function proximityIn(market: Market, events: readonly EventId[]): Proximity {
  const known = new Map<Day, Float32Array>();
  const all = occurrences(market).map((occurrence) => ({
    ...occurrence,
    at: events.indexOf(occurrence.event) * WINDOW_COUNT,
  }));
  return (day) => {
    const found = known.get(day);
    if (found) return found;
    const near = new Float32Array(events.length * WINDOW_COUNT);
    for (const occurrence of all) {
      if (occurrence.at >= 0) addProximity(near, occurrence, day);
    }
    known.set(day, near);
    return near;
  };
}

function addProximity(
  near: Float32Array,
  { at, ...span }: Occurrence & { readonly at: number },
  day: Day,
): void {
  const ahead = daysAhead(span, day);
  if (Math.abs(ahead) > FARTHEST_DAYS) return;
  WINDOWS.forEach((window, k) => {
    const away = (ahead - window.daysAhead) / window.deviationDays;
    near[at + k] = Math.max(near[at + k]!, bump(away));
  });
}

/** Returns the days until an event begins; negative afterwards, and within a season by the share that is over. */
function daysAhead({ from, to }: Pick<Occurrence, 'from' | 'to'>, day: Day): number {
  if (day <= from) return from - day;
  if (from === to) return from - day;
  if (day >= to) return -SEASON_AGEING_DAYS - (day - to);
  return (-SEASON_AGEING_DAYS * (day - from)) / (to - from);
}

// How near a launch is to what people buy for. A launch sells for weeks, so that it is at its best some weeks before a feast; how many
// is learnt, from the shares that these windows have of a launch.

import { bump } from '../bump.ts';
import type { Day } from '../dates.ts';
import { occurrences, type Occurrence } from './event-days.ts';
import type { Market } from './markets.ts';
import type { EventId } from './selling-events.ts';

/** Days from the launch to the event, and how far around them a window reaches. */
const WINDOWS = [
  { daysAhead: 0, deviationDays: 8 },
  { daysAhead: 14, deviationDays: 8 },
  { daysAhead: 28, deviationDays: 10 },
  { daysAhead: 49, deviationDays: 14 },
] as const;
export const WINDOW_COUNT: number = WINDOWS.length;

/** A season that has begun is over for who launches at its end as a feast is for who launches so many days after it. */
const SEASON_AGEING_DAYS = 14;
/** Beyond these no window sees anything. */
const FARTHEST_DAYS = 100;

/** Tells nearness of one launch day after another: [events, windows], each from 0 to 1. */
export type Nearness = (day: Day) => Float32Array;

/** @param events of the market, in the order of the result */
export function nearnessIn(market: Market, events: readonly EventId[]): Nearness {
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
      if (occurrence.at >= 0) addNearness(near, occurrence, day);
    }
    known.set(day, near);
    return near;
  };
}

function addNearness(
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

/** Days until it begins; negative once it has, and of a season by its share that is over. */
function daysAhead({ from, to }: Pick<Occurrence, 'from' | 'to'>, day: Day): number {
  if (day <= from) return from - day;
  if (from === to) return from - day;
  if (day >= to) return -SEASON_AGEING_DAYS - (day - to);
  return (-SEASON_AGEING_DAYS * (day - from)) / (to - from);
}

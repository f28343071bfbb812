import type { Day } from '#core/base/dates.ts';
import { occurrences, type Occurrence } from './event-days.ts';
import type { Market } from './markets.ts';
import type { EventId } from './selling-events.ts';

/** Returns the first occurrence that is not over on a day; undefined beyond the known years. */
export function nextOccurrence(market: Market, event: EventId, day: Day): Occurrence | undefined {
  return occurrences(market).find((each) => each.event === event && each.to >= day);
}

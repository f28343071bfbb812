import type { TextEmbeddings } from '../language/text-embeddings.ts';
import { occurrences } from './event-days.ts';
import { eventFitter, type EventFits } from './event-fits.ts';
import type { Market } from './markets.ts';
import { EVENT_IDS, type EventId } from './selling-events.ts';
import type { EventEdits } from './selling-events-choice.ts';

/** What a table's products are launched for: where they are sold, and how well each title suits each event of that market. */
export interface MarketEvents {
  readonly market: Market;
  /** In the order of `eventsOf(market)`. */
  readonly fits: EventFits;
}

export function marketEvents(
  market: Market,
  embeddings?: TextEmbeddings,
  editsByTitle?: EventEdits,
): MarketEvents {
  return { market, fits: eventFitter(eventsOf(market), embeddings, editsByTitle) };
}

/** The events that a market has, in the order of `EVENT_IDS`. */
export function eventsOf(market: Market): EventId[] {
  const had = new Set(occurrences(market).map(({ event }) => event));
  return EVENT_IDS.filter((id) => had.has(id));
}

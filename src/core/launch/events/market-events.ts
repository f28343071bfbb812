import type { TextEmbeddings } from '#core/base/text/text-embeddings.ts';
import { occurrences } from './event-days.ts';
import { eventFitter, type EventFits } from './event-fits.ts';
import type { Market } from './markets.ts';
import { EVENT_IDS, type EventId } from './selling-events.ts';
import type { EventEdits } from './selling-events-choice.ts';

/** The market where a table's products are sold, and how well each title suits each sales event of it. */
export interface MarketEvents {
  readonly market: Market;
  /** Fits of a title, in the order of `eventsOf(market)`. */
  readonly fits: EventFits;
}

/** Returns the events of a market. Without embeddings, only phrases in titles count. */
export function marketEvents(
  market: Market,
  embeddings?: TextEmbeddings,
  editsByTitle?: EventEdits,
): MarketEvents {
  return { market, fits: eventFitter(eventsOf(market), embeddings, editsByTitle) };
}

/** Returns the events of a market, in the order of `EVENT_IDS`. */
export function eventsOf(market: Market): EventId[] {
  const had = new Set(occurrences(market).map(({ event }) => event));
  return EVENT_IDS.filter((id) => had.has(id));
}

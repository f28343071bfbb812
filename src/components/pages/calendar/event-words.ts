import type { Market } from '#core/launch/events/markets.ts';
import type { EventId } from '#core/launch/events/selling-events.ts';
import { m } from '#messages';
import { languageTag } from '#messages/language-tag.ts';
import { eventName } from '#components/words/event-words.ts';
import { marketName } from '#components/words/market-words.ts';

/** Words for markets and sales events (selling events in code), for use within a sentence. */
export const EVENT_WORDS = {
  market: (market: Market | null): string =>
    market === null ? m.events_no_market() : marketName(market),
  events: (events: readonly EventId[]): string =>
    events.length === 0
      ? m.events_fits_none()
      : new Intl.ListFormat(languageTag()).format(events.map(eventName)),
};

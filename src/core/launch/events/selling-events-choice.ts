import { fingerprint } from '#core/base/bytes/fingerprint.ts';
import type { FileCurrencies } from '#core/base/currency.ts';
import { defaultMarket } from './default-market.ts';
import type { Market } from './markets.ts';
import type { EventId } from './selling-events.ts';

/** Events set by the seller, by title: they replace those found by words. */
export type EventEdits = Readonly<Record<string, readonly EventId[]>>;

/** The sales events of a data set: its market and the seller's edits. */
export interface SellingEventsChoice {
  /** Market; null where no events are used. */
  readonly market: Market | null;
  readonly editsByTitle: EventEdits;
}

/** What the seller has set; without a market, none was ever chosen. */
export type SellingEventsSaid = Partial<SellingEventsChoice>;

/**
 * Returns the choice of a data set; without a market, that of the currency or the language.
 * @param language a tag such as "en-GB": that of the browser
 */
export function sellingEventsChoice(
  {
    events = {},
    report,
  }: {
    readonly events?: SellingEventsSaid | undefined;
    readonly report: { readonly currencies?: FileCurrencies | null };
  },
  language: string | undefined,
): SellingEventsChoice {
  const { market, editsByTitle = {} } = events;
  if (market !== undefined) return { market, editsByTitle };
  const currency = report.currencies?.main;
  return { market: defaultMarket({ currency, language }), editsByTitle };
}

/**
 * Returns a key that is equal where the same launches suit the same events. Edits of titles that no launch has are
 * ignored.
 * @param titles those of launches, at least all that have edits
 */
export function eventsKey(
  { market, editsByTitle }: SellingEventsChoice,
  titles: ReadonlySet<string>,
): string {
  if (market === null) return '';
  const edits = Object.entries(editsByTitle).filter(([title]) => titles.has(title));
  const cells = edits
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([title, events]) => [title, [...events].sort().join(' ')]);
  return cells.length > 0 ? `${market} ${fingerprint(cells)}` : market;
}

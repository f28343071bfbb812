import { fingerprint } from '../fingerprint.ts';
import type { ImportReport } from '../csv/import-report.ts';
import { defaultMarket } from './default-market.ts';
import type { Market } from './markets.ts';
import type { EventId } from './selling-events.ts';

/** The events that products suit, by title, where the seller knows better than the words: none of others. */
export type EventEdits = Readonly<Record<string, readonly EventId[]>>;

/** What people buy for where a data set's products are sold. */
export interface SellingEventsChoice {
  /** null: no events at all. */
  readonly market: Market | null;
  readonly editsByTitle: EventEdits;
}

/** What a seller has said of it; a market that is not there was never chosen. */
export type SellingEventsSaid = Partial<SellingEventsChoice>;

/** @param language a tag such as "en-GB": that of the browser */
export function sellingEventsChoice(
  {
    events = {},
    report,
  }: {
    readonly events?: SellingEventsSaid | undefined;
    readonly report: Pick<ImportReport, 'currencies'>;
  },
  language: string | undefined,
): SellingEventsChoice {
  const { market, editsByTitle = {} } = events;
  if (market !== undefined) return { market, editsByTitle };
  const currency = report.currencies?.main;
  return { market: defaultMarket({ currency, language }), editsByTitle };
}

/**
 * Equal where the same launches suit the same events: what was said of titles that no launch has teaches nothing.
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

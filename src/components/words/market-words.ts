import { MARKETS, type Market } from '#core/launch/events/markets.ts';
import { languageTag } from '#messages/language-tag.ts';

/** Returns the name of a market in the language on screen. */
export function marketName(market: Market): string {
  return regionNames().of(market) ?? market;
}

/** Returns all markets with their names in the language on screen, sorted by name. */
export function namedMarkets(): { readonly market: Market; readonly name: string }[] {
  const names = regionNames();
  const { compare } = new Intl.Collator(languageTag());
  return MARKETS.map((market) => ({ market, name: names.of(market) ?? market })).sort((a, b) =>
    compare(a.name, b.name),
  );
}

function regionNames(): Intl.DisplayNames {
  return new Intl.DisplayNames(languageTag(), { type: 'region', style: 'short' });
}

import { MARKETS, type Market } from '#core/events/markets.ts';
import { languageTag } from '#messages/language-tag.ts';

/** In the order of their names, as the language on screen calls them. */
export function namedMarkets(): { readonly market: Market; readonly name: string }[] {
  const tag = languageTag();
  const names = new Intl.DisplayNames(tag, { type: 'region', style: 'short' });
  const { compare } = new Intl.Collator(tag);
  return MARKETS.map((market) => ({ market, name: names.of(market) ?? market })).sort((a, b) =>
    compare(a.name, b.name),
  );
}

import { marketOfCurrency, marketOfRegion, type Market } from './markets.ts';

/** Market where neither the currency nor the browser indicates one. */
const LARGEST_MARKET: Market = 'US';

interface Signs {
  /** Currency that the amounts of the file name. */
  readonly currency?: string | undefined;
  /** Language tag such as "en-GB"; without a region, the one where most of its speakers live. */
  readonly language?: string | undefined;
}

/** Returns where a shop most likely sells: by its currency, else by the language, else the US. */
export function defaultMarket({ currency, language }: Signs): Market {
  const ofCurrency = currency === undefined ? undefined : marketOfCurrency(currency);
  return ofCurrency ?? marketOfLanguage(language) ?? LARGEST_MARKET;
}

function marketOfLanguage(language: string | undefined): Market | undefined {
  const { region } = languageTag(language)?.maximize() ?? {};
  return region === undefined ? undefined : marketOfRegion(region);
}

/** Parses a language tag; undefined for what browsers may give instead, such as "C". */
function languageTag(language: string | undefined): Intl.Locale | undefined {
  try {
    return language ? new Intl.Locale(language) : undefined;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

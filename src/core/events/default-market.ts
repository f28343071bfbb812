import { marketOfCurrency, marketOfRegion, type Market } from './markets.ts';

/** Where neither money nor the browser tells. */
const LARGEST_MARKET: Market = 'US';

interface Signs {
  /** The one that amounts of the file name. */
  readonly currency?: string | undefined;
  /** A tag such as "en-GB"; one without a region means where most speak it. */
  readonly language?: string | undefined;
}

/** Where a shop most likely sells. */
export function defaultMarket({ currency, language }: Signs): Market {
  const ofCurrency = currency === undefined ? undefined : marketOfCurrency(currency);
  return ofCurrency ?? marketOfLanguage(language) ?? LARGEST_MARKET;
}

function marketOfLanguage(language: string | undefined): Market | undefined {
  const { region } = languageTag(language)?.maximize() ?? {};
  return region === undefined ? undefined : marketOfRegion(region);
}

/** Browsers may call a language what is no tag, such as "C". */
function languageTag(language: string | undefined): Intl.Locale | undefined {
  try {
    return language ? new Intl.Locale(language) : undefined;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

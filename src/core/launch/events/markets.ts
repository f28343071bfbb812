import { ownValue } from '#core/base/lookup.ts';

/** Countries whose sales events are known, as ISO 3166-1 alpha-2. */
export const MARKETS = [
  'US',
  'CA',
  'GB',
  'IE',
  'DE',
  'AT',
  'CH',
  'FR',
  'ES',
  'IT',
  'NL',
  'BE',
  'PL',
  'SE',
  'DK',
  'AU',
  'NZ',
  'CN',
  'TW',
  'HK',
  'SG',
  'MY',
  'JP',
  'KR',
  'IN',
  'BR',
  'MX',
  'AE',
  'SA',
  'ZA',
] as const;

export type Market = (typeof MARKETS)[number];

/**
 * Market by currency code, or by a sign that alone nearly always means one currency. Germany is the largest euro
 * market.
 */
const MARKET_OF_CURRENCY: Readonly<Record<string, Market>> = {
  USD: 'US',
  $: 'US',
  CAD: 'CA',
  GBP: 'GB',
  EUR: 'DE',
  CHF: 'CH',
  PLN: 'PL',
  SEK: 'SE',
  DKK: 'DK',
  AUD: 'AU',
  NZD: 'NZ',
  CNY: 'CN',
  TWD: 'TW',
  HKD: 'HK',
  SGD: 'SG',
  MYR: 'MY',
  JPY: 'JP',
  KRW: 'KR',
  INR: 'IN',
  BRL: 'BR',
  MXN: 'MX',
  AED: 'AE',
  SAR: 'SA',
  ZAR: 'ZA',
};

const EURO_MARKETS: readonly Market[] = ['IE', 'DE', 'AT', 'FR', 'ES', 'IT', 'NL', 'BE'];

const EU_MARKETS: readonly Market[] = [...EURO_MARKETS, 'PL', 'SE', 'DK'];

/** Returns whether a market is in the European Union. */
export function isInEu(market: Market): boolean {
  return EU_MARKETS.includes(market);
}

/** Returns the currency code of a market. */
export function currencyOfMarket(market: Market): string | undefined {
  if (EURO_MARKETS.includes(market)) return 'EUR';
  const known = Object.entries(MARKET_OF_CURRENCY).find(
    ([currency, own]) => own === market && currency.length === 3,
  );
  return known?.[0];
}

/** Returns the market of a language tag's region, such as "GB" in "en-GB". */
export function marketOfRegion(region: string): Market | undefined {
  const code = region.toUpperCase();
  return MARKETS.find((market) => market === code);
}

/** Returns the likely market of shops that name none: where most users of the currency live. */
export function marketOfCurrency(currency: string): Market | undefined {
  return ownValue(MARKET_OF_CURRENCY, currency.toUpperCase());
}

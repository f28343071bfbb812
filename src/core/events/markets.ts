import { ownValue } from '../lookup.ts';

/** Countries whose selling events are known, as ISO 3166-1 alpha-2. */
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

/** By the code of a currency, or by a sign that by itself nearly always means one; Germany is the largest market of the euro. */
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

/** What is paid with there. */
export function currencyOfMarket(market: Market): string | undefined {
  if (EURO_MARKETS.includes(market)) return 'EUR';
  const known = Object.entries(MARKET_OF_CURRENCY).find(
    ([currency, own]) => own === market && currency.length === 3,
  );
  return known?.[0];
}

/** What a language tag calls its region: "GB" of "en-GB". */
export function marketOfRegion(region: string): Market | undefined {
  const code = region.toUpperCase();
  return MARKETS.find((market) => market === code);
}

/** A guess for shops that name no market: the one where most who use the currency live. */
export function marketOfCurrency(currency: string): Market | undefined {
  return ownValue(MARKET_OF_CURRENCY, currency.toUpperCase());
}

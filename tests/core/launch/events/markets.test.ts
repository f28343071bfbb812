import { expect, it } from 'vitest';
import { CURRENCY_CODES } from '#core/base/currency.ts';
import {
  currencyOfMarket,
  MARKETS,
  marketOfCurrency,
  marketOfRegion,
} from '#core/launch/events/markets.ts';

it('lists each market once, by a code that has a name', () => {
  expect(new Set(MARKETS).size).toBe(MARKETS.length);
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  expect(MARKETS.filter((market) => names.of(market) === undefined)).toEqual([]);
});

it('finds the market of a region, in any case, and none where it knows none', () => {
  expect(MARKETS.map(marketOfRegion)).toEqual([...MARKETS]);
  expect(marketOfRegion('gb')).toBe('GB');
  expect(['', 'VA', '419', 'constructor'].map(marketOfRegion)).toEqual(Array(4).fill(undefined));
});

it('guesses a market from a currency', () => {
  const guesses = { GBP: 'GB', CNY: 'CN', EUR: 'DE', USD: 'US', $: 'US', jpy: 'JP', AED: 'AE' };
  for (const [currency, market] of Object.entries(guesses))
    expect(marketOfCurrency(currency), currency).toBe(market);
  // "¥" is yen or yuan, "kr" one of four crowns.
  expect(['¥', 'kr', 'NOK', '', 'constructor'].map(marketOfCurrency)).toEqual(
    Array(5).fill(undefined),
  );
});

it('says what is paid with in every market', () => {
  const paidWith = MARKETS.map((market) => currencyOfMarket(market));
  expect(paidWith.filter((code) => !CURRENCY_CODES.includes(code ?? ''))).toEqual([]);
  expect(['FR', 'GB', 'US', 'CN'].map((market) => currencyOfMarket(market as 'FR'))).toEqual([
    ...['EUR', 'GBP', 'USD', 'CNY'],
  ]);
});

it('knows the currency of every market', () => {
  const eurozone = ['IE', 'AT', 'FR', 'ES', 'IT', 'NL', 'BE'];
  const currencies =
    'USD CAD GBP EUR CHF PLN SEK DKK AUD NZD CNY TWD HKD SGD MYR JPY KRW INR BRL MXN AED SAR ZAR';
  const guessed = currencies.split(' ').map(marketOfCurrency);
  expect(MARKETS.filter((market) => !guessed.includes(market))).toEqual(eurozone);
});

import { expect, it } from 'vitest';
import { currencyName, offeredCurrencies } from '#components/words/currency-words.ts';
import { CURRENCY_CODES } from '#core/base/currency.ts';
import { inChinese } from '../../support/in-chinese.ts';

it('names a currency in the language on screen, and a bare sign by itself', () => {
  expect(currencyName('GBP')).toBe('British Pound (GBP)');
  expect(inChinese(() => currencyName('CNY'))).toBe('人民币 (CNY)');
  expect(currencyName('¥')).toBe('¥');
});

it('offers every currency once, the likely one first', () => {
  const offered = offeredCurrencies('SEK');
  expect(offered[0]).toBe('SEK');
  expect([...offered].sort()).toEqual([...CURRENCY_CODES].sort());
  expect(offeredCurrencies(null)).toHaveLength(CURRENCY_CODES.length);
});

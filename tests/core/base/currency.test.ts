import { describe, expect, it } from 'vitest';
import { currencyOf, fileCurrencies, isSameCurrency } from '#core/base/currency.ts';

describe('currencyOf', () => {
  it.each([
    { cell: '12.50', is: null },
    { cell: '-1 234,50 %', is: null },
    { cell: '€ 12,50', is: 'EUR' },
    { cell: '12,50 EUR', is: 'EUR' },
    { cell: '£12.5', is: 'GBP' },
    { cell: '$12', is: '$' },
    { cell: 'US$12', is: 'USD' },
    { cell: 'CA$12', is: 'CAD' },
    { cell: 'A$12', is: 'AUD' },
    { cell: 'R$ 12,50', is: 'BRL' },
    { cell: '￥128', is: '¥' },
    { cell: '128元', is: 'CNY' },
    { cell: '128 円', is: 'JPY' },
    { cell: '249 kr', is: 'kr' },
    { cell: '19,99 zł', is: 'PLN' },
    { cell: '499 Kč', is: 'CZK' },
    { cell: 'Fr. 12.–', is: 'CHF' },
    { cell: 'Rs 499', is: 'INR' },
    { cell: 'RMB 128', is: 'CNY' },
    { cell: '12 PCS', is: null },
    { cell: 'n/a', is: null },
    { cell: 'free', is: null },
  ])('reads $cell as $is', ({ cell, is }) => {
    expect(currencyOf(cell)).toBe(is);
  });
});

describe('isSameCurrency', () => {
  it.each([
    { a: 'EUR', b: 'EUR', same: true },
    { a: '$', b: 'USD', same: true },
    { a: 'CAD', b: '$', same: true },
    { a: 'CAD', b: 'USD', same: false },
    { a: '¥', b: 'CNY', same: true },
    { a: '¥', b: '$', same: false },
    { a: 'kr', b: 'SEK', same: true },
  ])('$a and $b: $same', ({ a, b, same }) => {
    expect(isSameCurrency(a, b)).toBe(same);
    expect(isSameCurrency(b, a)).toBe(same);
  });
});

describe('fileCurrencies', () => {
  const found = (counts: Record<string, number>) => fileCurrencies(new Map(Object.entries(counts)));

  it('counts a shared sign for what it can mean', () => {
    expect(['$', 'USD']).toContain(found({ $: 4, USD: 3, EUR: 5 })?.main);
  });

  it('names the others as they stand in the file, that of most cells first', () => {
    expect(found({ GBP: 2, $: 4, USD: 3, EUR: 20 })).toEqual({
      main: 'EUR',
      others: [
        { currency: '$', cellCount: 4 },
        { currency: 'USD', cellCount: 3 },
        { currency: 'GBP', cellCount: 2 },
      ],
    });
  });

  it('finds none but the main one where all are the same', () => {
    expect(found({ '¥': 4, CNY: 3 })).toMatchObject({ others: [] });
  });

  it('finds nothing where no cell names one', () => {
    expect(found({})).toBeNull();
  });
});

import { expect, it } from 'vitest';
import { shopCurrency } from '#core/import/columns/shop-currency.ts';

const inPounds = { currencies: { main: 'GBP', others: [] } };

it.each([
  { shop: { report: inPounds, currency: 'EUR' }, is: 'GBP' },
  { shop: { report: { currencies: null }, currency: 'EUR' }, is: 'EUR' },
  { shop: { report: {} }, is: null },
  { shop: null, is: null },
  { shop: undefined, is: null },
])('a shop counts in what its file names, else in what its seller says: $is', ({ shop, is }) => {
  expect(shopCurrency(shop)).toBe(is);
});

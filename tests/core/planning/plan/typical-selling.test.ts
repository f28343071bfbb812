import { expect, it } from 'vitest';
import { MARKETS, currencyOfMarket } from '#core/launch/events/markets.ts';
import { isWithinSelling, SELLING_NUMBERS } from '#core/planning/plan/selling-terms.ts';
import { SELLING_GROUPS, typicalSelling } from '#core/planning/plan/typical-selling.ts';

it('are within bounds in every market and its currency', () => {
  const filled = MARKETS.flatMap((market) => {
    const shop = { market, currency: currencyOfMarket(market) ?? null };
    return SELLING_GROUPS.map((group) => typicalSelling(group, shop) ?? {});
  });
  for (const name of SELLING_NUMBERS) {
    const values = filled.map((terms) => terms[name]).filter((value) => typeof value === 'number');
    expect(values.every((value) => isWithinSelling(name, value))).toBe(true);
  }
});

it('know the standard rate of VAT, and none where tax is added at the till', () => {
  expect(typicalSelling('vat', { market: 'DE', currency: 'EUR' })).toEqual({
    vatRate: 0.19,
    pricesIncludeVat: true,
  });
  expect(typicalSelling('vat', { market: 'US', currency: 'USD' })).toBeNull();
  expect(typicalSelling('vat', { market: null, currency: 'EUR' })).toBeNull();
});

it('are money in the currency of the shop, and nothing where that is not known', () => {
  const orders = (currency: string | null) => typicalSelling('orders', { market: null, currency });
  expect(orders('EUR')).toMatchObject({ orderFee: 0.3, shippingCost: 5, returnFreight: 5 });
  expect(orders('CNY')).toMatchObject({ orderFee: 0, shippingCost: 4 });
  expect(orders('JPY')).toMatchObject({ orderFee: 50, shippingCost: 800 });
  expect(orders('XXX')).toBeNull();
  expect(typicalSelling('holding', { market: null, currency: null })).toBeNull();
});

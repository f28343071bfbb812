import { expect, it } from 'vitest';
import { productTerms, USUAL_STOCK_TERMS } from '#core/planning/plan/stock-terms.ts';

const terms = { ...USUAL_STOCK_TERMS, minimumOrder: 10, packSize: 4, leadTimeDays: 7 };
const offer = { supplier: 'A', sku: '1', unitCost: 8 };

it('takes the terms of the offer where it states them', () => {
  const own = { ...offer, minimumOrder: 100, packSize: null, leadTimeDays: 20 };
  expect(productTerms({ offer: own }, terms)).toEqual({
    ...terms,
    ...{ minimumOrder: 100, packSize: 4, leadTimeDays: 20 },
  });
});

it('takes those of the seller for a product without an offer', () => {
  expect(productTerms({}, terms)).toBe(terms);
});

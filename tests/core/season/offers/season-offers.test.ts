import { expect, it } from 'vitest';
import { knownBudgets } from '#core/season/offers/season-offers.ts';
import { seasonOffers } from '../../../support/season-offers.ts';

const { products } = seasonOffers({ products: 2 });
const priced = (listPrice: number, unitCost: number) => [
  { ...products[0]!, economics: { listPrice, unitCost } },
  { ...products[1]!, economics: { listPrice: NaN, unitCost: NaN } },
];

it('the cost of stock can be limited where a unit cost is known, and cash where a price is, too', () => {
  expect(knownBudgets({ products })).toEqual({ stock: true, cash: true });
  expect(knownBudgets({ products: priced(20, 8) })).toEqual({ stock: true, cash: true });
  expect(knownBudgets({ products: priced(NaN, 8) })).toEqual({ stock: true, cash: false });
  expect(knownBudgets({ products: priced(20, NaN) })).toEqual({ stock: false, cash: false });
});

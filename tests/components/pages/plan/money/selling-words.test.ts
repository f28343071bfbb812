import { expect, it } from 'vitest';
import {
  enteredSelling,
  sellingError,
  sellingGroups,
  sellingSummary,
  typicalWords,
} from '#components/pages/plan/money/selling-words.ts';
import { m } from '#messages';
import { NO_SELLING_TERMS, SELLING_NUMBERS } from '#core/planning/plan/selling-terms.ts';

const terms = { ...NO_SELLING_TERMS, vatRate: 0.081, shippingCost: 4.5, assumedCostShare: 0.4 };

it('has a field for every term but the question of its own', () => {
  const names = sellingGroups().flatMap(({ fields }) => fields.map(({ name }) => name));
  expect([...names, 'assumedCostShare'].toSorted()).toEqual([...SELLING_NUMBERS].toSorted());
});

it('enters shares in percent and money as it is, and nothing where nothing is counted', () => {
  expect(enteredSelling(terms, 'vatRate')).toBe(8.1);
  expect(enteredSelling(terms, 'shippingCost')).toBe(4.5);
  expect(enteredSelling(terms, 'orderFee')).toBeNull();
  expect(enteredSelling(undefined, 'resaleableShare')).toBeNull();
});

it('says what is wrong with an entry', () => {
  expect(sellingError('vatRate', 20)).toBeUndefined();
  expect(sellingError('vatRate', 120)).toBe(m.money_wrong({ min: '0', max: '100' }));
  expect(sellingError('shippingCost', NaN)).toBe('Enter a number from 0 to 1,000,000.');
});

it('says how many are set', () => {
  expect(sellingSummary(undefined)).toBe(m.money_none_set());
  expect(sellingSummary(terms)).toBe(m.money_set({ count: 2, text: '2' }));
});

it('says what typical values rest on', () => {
  expect(typicalWords('vat', 'DE')).toBe(m.money_typical_vat({ market: 'Germany' }));
  expect(typicalWords('vat', null)).toBe(m.money_typical_guess());
  expect(typicalWords('orders', 'DE')).toBe(m.money_typical_guess());
});

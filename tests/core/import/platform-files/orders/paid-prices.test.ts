import { expect, it } from 'vitest';
import { paidPrices } from '#core/import/platform-files/orders/paid-prices.ts';
import { orderLines } from '../../../../support/order-lines.ts';

it('takes from the price of a piece its share of what is off its line', () => {
  const lines = orderLines([
    { quantity: 4, unitPrice: 10, discount: 6 },
    { quantity: -2, unitPrice: 10, discount: 6 },
    { quantity: 1, unitPrice: 10, discount: 12 },
    { quantity: 0, unitPrice: 10 },
    { quantity: 2, unitPrice: NaN, discount: 1 },
  ]);
  expect([...paidPrices(lines)]).toEqual([8.5, 7, 0, 10, NaN]);
});

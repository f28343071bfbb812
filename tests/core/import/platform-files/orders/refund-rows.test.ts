import { expect, it } from 'vitest';
import { withRefunds } from '#core/import/platform-files/orders/refund-rows.ts';
import { textRows } from '../../../../support/export-rows.ts';
import { orderLines } from '../../../../support/order-lines.ts';

const COLUMNS = { orderId: ['No'], refunded: ['Gross'] };
const lines = orderLines([
  { orderId: 'A1', quantity: 1, unitPrice: 10 },
  { orderId: 'A1', quantity: 1, unitPrice: 30 },
  { orderId: 'A2', quantity: 2, unitPrice: 5, refunded: 1 },
  { orderId: '', unitPrice: 8 },
]);

function refunded(no: readonly string[], gross: readonly string[]): readonly number[] {
  return [...withRefunds(lines, textRows({ No: no, Gross: gross }), COLUMNS).refunded];
}

it('shares what was given back for an order by what was paid for its lines', () => {
  expect(refunded(['A1'], ['-8'])).toEqual([2, 6, 1, 0]);
});

it('adds up several refunds of an order, and what lines say themselves', () => {
  expect(refunded(['#a2', 'A2'], ['-$2.00', '-$3.00'])).toEqual([0, 0, 6, 0]);
});

it('gives nothing to orders that are not there, or that have no number', () => {
  expect(refunded(['A9', ''], ['-5', '-5'])).toEqual([0, 0, 1, 0]);
  expect(refunded([], [])).toEqual([0, 0, 1, 0]);
});

import { expect, it } from 'vitest';
import { readReturns } from '#core/import/platform-files/orders/read-returns.ts';
import { recognisedAs, textRows } from '../../../../support/export-rows.ts';
import { columnTexts } from '../../../../support/order-lines.ts';

it('reads what came back of which order; a row that does not say how many is one piece', () => {
  const found = recognisedAs('returns', { orderId: 'order-id', sku: 'sku', quantity: 'quantity' });
  const rows = textRows({
    'order-id': ['111-1', '111-2', ''],
    sku: ['MUG', "'007", 'MUG'],
    quantity: ['2', '', '0'],
  });
  const returns = readReturns(rows, found);
  expect(returns.rowCount).toBe(3);
  expect(columnTexts(returns.orderId)).toEqual(['111-1', '111-2', '']);
  expect(columnTexts(returns.sku)).toEqual(['MUG', '007', 'MUG']);
  expect(columnTexts(returns.title)).toEqual(['', '', '']);
  expect([...returns.quantity]).toEqual([2, 1, 1]);
});

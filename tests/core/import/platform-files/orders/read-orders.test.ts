import { describe, expect, it } from 'vitest';
import { readOrders } from '#core/import/platform-files/orders/read-orders.ts';
import { recognisedAs, textRows } from '../../../../support/export-rows.ts';
import { columnTexts } from '../../../../support/order-lines.ts';

const FOUND = recognisedAs(
  'orders',
  {
    ...{ orderId: 'No', orderedAt: 'Date', status: 'State', cancelledAt: 'Ended' },
    ...{ title: 'Items', quantity: 'Count', orderTotal: 'Total', orderDiscount: ['A', 'B'] },
  },
  { notSold: ['closed'], dateOrder: 'month-first' },
);

describe('readOrders', () => {
  it('has an entry an order: the first row of each', () => {
    const orders = readOrders(
      textRows({
        No: ['1', '', '2', '1', '3'],
        Date: ['03/04/24', '', '03/05/24', '03/06/24', 'soon'],
        State: ['Closed by buyer', '', 'done', 'done', 'done'],
        Ended: ['', '', '', '', 'yesterday'],
        Items: ['Mug', 'footer', 'Mug，Tee', 'Tee', '-'],
        Count: ['1', '', '3', '9', ''],
        Total: ['$10.00', '', '$1,050.00', '$9', '--'],
        A: ['-1', '', '2', '', ''],
        B: ['0.5', '', '', '', ''],
      }),
      FOUND,
      { timeZone: null },
    );
    expect(orders.rowCount).toBe(3);
    expect(columnTexts(orders.orderId)).toEqual(['1', '2', '3']);
    expect(columnTexts(orders.title)).toEqual(['Mug', 'Mug，Tee', '']);
    expect([...orders.orderedAt]).toEqual([19786, 19787, NaN]);
    expect([...orders.quantity]).toEqual([1, 3, NaN]);
    expect([...orders.orderTotal]).toEqual([10, 1050, NaN]);
    expect([...orders.orderDiscount]).toEqual([1.5, 2, 0]);
    expect([...orders.refunded]).toEqual([0, 0, 0]);
    expect([...orders.isCancelled]).toEqual([1, 0, 1]);
  });

  it('has an entry a row where the file has no order numbers', () => {
    const found = recognisedAs('orders', { orderedAt: 'Date', title: 'Items' });
    const rows = textRows({ Date: ['2024-03-04', '2024-03-04'], Items: ['Mug', 'Mug'] });
    const orders = readOrders(rows, found, { timeZone: null });
    expect(columnTexts(orders.title)).toEqual(['Mug', 'Mug']);
    expect(columnTexts(orders.orderId)).toEqual(['', '']);
  });
});

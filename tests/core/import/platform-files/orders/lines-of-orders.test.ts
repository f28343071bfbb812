import { expect, it } from 'vitest';
import { linesOfOrders } from '#core/import/platform-files/orders/lines-of-orders.ts';
import { readOrders } from '#core/import/platform-files/orders/read-orders.ts';
import { recognisedAs, textRows } from '../../../../support/export-rows.ts';
import { allLines } from '../../../../support/order-lines.ts';

it('takes closed orders that had left for returned', () => {
  const headers = { orderId: 'No', title: 'Items', status: 'State', dispatched: 'Parcel' };
  const found = recognisedAs('orders', headers, { notSold: ['交易关闭'] });
  const rows = textRows({
    No: ['1', '2', '3'],
    Items: ['Mug', 'Mug', 'Mug'],
    State: ['交易成功', '交易关闭', '交易关闭'],
    Parcel: ['No:77', 'No:78', ''],
  });
  const { lines } = linesOfOrders(readOrders(rows, found, { timeZone: null }));
  expect(allLines(lines)).toMatchObject([
    { backShare: 0, isCancelled: false },
    { backShare: 1, isCancelled: false },
    { backShare: 0, isCancelled: true },
  ]);
});

it('makes a line of an order of one product, and counts the orders that stay out', () => {
  const found = recognisedAs('orders', {
    ...{ orderId: 'No', title: 'Items', quantity: 'Count', orderTotal: 'Total', refunded: 'Back' },
  });
  const rows = textRows({
    No: ['1', '2', '3', '4', '5'],
    Items: ['连衣裙，限时8折', '锅，盖', '礼盒', '', 'Mug'],
    Count: ['1', '2', '2', '1', ''],
    Total: ['201.12', '50', '99.00', '9', '12'],
    Back: ['0', '0', '49.5', '0', '0'],
  });
  const { lines, leftOut } = linesOfOrders(readOrders(rows, found, { timeZone: null }));
  expect(leftOut).toBe(2);
  expect(allLines(lines)).toMatchObject([
    { orderId: '1', title: '连衣裙，限时8折', quantity: 1, unitPrice: 201.12, refunded: 0 },
    { orderId: '3', title: '礼盒', quantity: 2, unitPrice: 49.5, refunded: 49.5 },
    { orderId: '5', title: 'Mug', quantity: 1, unitPrice: 12 },
  ]);
});

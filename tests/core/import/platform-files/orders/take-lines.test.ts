import { expect, it } from 'vitest';
import { takeLines } from '#core/import/platform-files/orders/take-lines.ts';
import { allLines, orderLines, PLAIN_LINE } from '../../../../support/order-lines.ts';

it('takes lines whole, in the order in which they are named, also twice', () => {
  const lines = orderLines([
    { orderId: 'a', sku: 'S1', quantity: 2, discount: 1 },
    { orderId: 'b', coupon: 'TEN', refunded: 3, isCancelled: true },
    { orderId: 'c', title: 'Tray', orderedAt: NaN },
  ]);
  const taken = takeLines(lines, Uint32Array.of(2, 0, 2));
  const tray = { ...PLAIN_LINE, orderId: 'c', title: 'Tray', orderedAt: NaN };
  expect(taken.rowCount).toBe(3);
  expect(allLines(taken)).toEqual([
    tray,
    { ...PLAIN_LINE, orderId: 'a', sku: 'S1', quantity: 2, discount: 1 },
    tray,
  ]);
  expect(allLines(takeLines(lines, new Uint32Array()))).toEqual([]);
});

import { expect, it } from 'vitest';
import { codedColumn } from '#core/import/csv/coded-column.ts';
import { cancelledOrders } from '#core/import/platform-files/orders/cancelled-orders.ts';

it('finds states by their beginning, whatever their case and width, in any column of them', () => {
  const isCancelled = cancelledOrders(
    {
      orderId: codedColumn(['1', '2', '3', '4', '5', '6']),
      states: [
        codedColumn(['Cancelled by buyer', 'paid', 'not cancelled', '已关闭', 'paid', '']),
        codedColumn(['ok', 'CANCELLED', 'ok', 'ok', '未发货，退款成功', 'ok']),
      ],
      cancelledAt: codedColumn(['', '', '', '', '', '']),
    },
    { notSold: ['cancelled', '已关闭', '未发货,退款成功'] },
  );
  expect([...isCancelled]).toEqual([1, 1, 0, 1, 1, 0]);
});

it('cancels nothing where the format names no signs', () => {
  const isCancelled = cancelledOrders(
    {
      orderId: codedColumn(['C1']),
      states: [codedColumn([''])],
      cancelledAt: codedColumn(['']),
    },
    {},
  );
  expect([...isCancelled]).toEqual([0]);
});

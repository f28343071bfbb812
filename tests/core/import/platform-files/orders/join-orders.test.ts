import { describe, expect, it } from 'vitest';
import { joinOrders } from '#core/import/platform-files/orders/join-orders.ts';
import { readOrders } from '#core/import/platform-files/orders/read-orders.ts';
import { recognisedAs, textRows } from '../../../../support/export-rows.ts';
import { allLines, orderLines } from '../../../../support/order-lines.ts';

const FOUND = recognisedAs(
  'orders',
  {
    ...{ orderId: 'No', orderedAt: 'Date', status: 'State', orderDiscount: 'Off' },
    ...{ refunded: 'Back', coupon: 'Code', channel: 'From' },
  },
  { notSold: ['交易关闭'], pending: ['等待'] },
);
const ORDERS = readOrders(
  textRows({
    No: ['="100"', '#200', '300', '400'],
    Date: ['1970-01-03 12:00', '1970-01-04', '1970-01-05', '1970-01-06'],
    State: ['交易成功', '交易关闭', '交易成功', '等待买家付款'],
    Off: ['6', '', '2', ''],
    Back: ['3', '0', '0', '0'],
    Code: ['TEN', '', 'SUN', ''],
    From: ['app', 'web', 'web', 'web'],
  }),
  FOUND,
  { timeZone: null },
);

describe('joinOrders', () => {
  it('gives lines what is known of their orders only', () => {
    const lines = orderLines([
      { orderId: '100', quantity: 2, unitPrice: 10, orderedAt: NaN },
      { orderId: '100', quantity: 1, unitPrice: 40, orderedAt: NaN },
      { orderId: '200', orderedAt: NaN },
      { orderId: '999', orderedAt: NaN },
      { orderId: '', orderedAt: NaN },
    ]);
    const joined = joinOrders(lines, ORDERS);
    expect(joined.unmatchedLines).toBe(2);
    expect(allLines(joined.lines)).toMatchObject([
      {
        orderedAt: 2.5,
        discount: 2,
        refunded: 1,
        coupon: 'TEN',
        channel: 'app',
        isCancelled: false,
      },
      {
        orderedAt: 2.5,
        discount: 4,
        refunded: 2,
        coupon: 'TEN',
        channel: 'app',
        isCancelled: false,
      },
      { orderedAt: 3, discount: 0, coupon: '', channel: 'web', isCancelled: true },
      { orderedAt: NaN, discount: 0, coupon: '', channel: '', isCancelled: false },
      { orderedAt: NaN, discount: 0, coupon: '', channel: '', isCancelled: false },
    ]);
  });

  it('keeps what is not paid yet, whichever file says so', () => {
    const lines = orderLines([
      { orderId: '100', pending: 1 },
      { orderId: '100' },
      { orderId: '400' },
      { orderId: '999' },
    ]);
    expect([...joinOrders(lines, ORDERS).lines.pending]).toEqual([1, 0, 1, 0]);
  });

  it('shares money given back by what was paid, discounts taken off', () => {
    const lines = orderLines([
      { orderId: '100', unitPrice: 10, discount: 8 },
      { orderId: '100', unitPrice: 4 },
    ]);
    expect([...joinOrders(lines, ORDERS).lines.refunded]).toEqual([1, 2]);
  });

  it('gives money back for the lines that were given back, where some of an order were', () => {
    const lines = orderLines([
      { orderId: '100', unitPrice: 3, isCancelled: true },
      { orderId: '100', unitPrice: 27 },
    ]);
    expect([...joinOrders(lines, ORDERS).lines.refunded]).toEqual([3, 0]);
  });

  it('keeps what lines say themselves', () => {
    const lines = orderLines([
      {
        orderId: '300',
        orderedAt: 1,
        coupon: 'OWN',
        channel: 'shop',
        discount: 0.5,
        isCancelled: true,
      },
    ]);
    expect(allLines(joinOrders(lines, ORDERS).lines)).toEqual(allLines(lines));
  });

  it('takes lines of closed orders that had left for returned, and gives their money back first', () => {
    const headers = { orderId: 'No', status: 'State', dispatched: 'Parcel', refunded: 'Back' };
    const found = recognisedAs('orders', headers, { notSold: ['交易关闭'] });
    const orders = readOrders(
      textRows({
        No: ['1', '2', '3'],
        State: ['交易成功', '交易关闭', '交易关闭'],
        Parcel: ['No:77', 'No:78', ''],
        Back: ['10', '20', '10'],
      }),
      found,
      { timeZone: null },
    );
    const lines = orderLines([
      { orderId: '1' },
      { orderId: '1', isCancelled: true },
      { orderId: '2', isCancelled: true },
      { orderId: '3' },
    ]);
    expect(allLines(joinOrders(lines, orders).lines)).toMatchObject([
      { backShare: 0, isCancelled: false, refunded: 0 },
      { backShare: 1, isCancelled: false, refunded: 10 },
      { backShare: 1, isCancelled: false, refunded: 20 },
      { backShare: 0, isCancelled: true },
    ]);
  });
});

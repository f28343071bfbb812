import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codedColumn } from '#core/import/csv/coded-column.ts';
import {
  amountsOfOrders,
  filledWithinOrders,
  linesByOrder,
  sharedOut,
} from '#core/import/platform-files/orders/lines-by-order.ts';
import { sum } from '#core/base/statistics/statistics.ts';
import { columnTexts } from '../../../../support/order-lines.ts';

const ids = fc.array(fc.constantFrom('', 'a', 'b', 'c', 'd'), { minLength: 1, maxLength: 12 });
const amount = fc.oneof(fc.constant(NaN), fc.integer({ min: -500, max: 500 }));

describe('linesByOrder', () => {
  it('makes every line without an order of its own', () => {
    const { orderCount, orderOf } = linesByOrder(codedColumn(['a', '', 'a', '']));
    expect(orderOf[0]).toBe(orderOf[2]);
    expect(new Set(orderOf).size).toBe(3);
    expect(Math.max(...orderOf)).toBeLessThan(orderCount);
  });
});

describe('filledWithinOrders', () => {
  it('fills empty cells from the first line that has one, and keeps others', () => {
    const byOrder = linesByOrder(codedColumn(['a', 'a', 'b', 'a', 'b']));
    const filled = filledWithinOrders(codedColumn(['x', '', '', 'y', 'z']), byOrder);
    expect(columnTexts(filled)).toEqual(['x', 'x', 'z', 'y', 'z']);
  });

  it('never takes a text from another order', () => {
    fc.assert(
      fc.property(ids, fc.infiniteStream(fc.boolean()), (orders, isFull) => {
        const owners = orders.map((order, line) => (order === '' ? `line ${line}` : order));
        const cells = owners.map((owner) => (isFull.next().value ? `${owner}'s` : ''));
        const filled = columnTexts(
          filledWithinOrders(codedColumn(cells), linesByOrder(codedColumn(orders))),
        );
        filled.forEach((text, line) => {
          const own = `${owners[line]!}'s`;
          expect(text).toBe(cells.includes(own) ? own : '');
        });
      }),
    );
  });
});

describe('amountsOfOrders', () => {
  const byOrder = linesByOrder(codedColumn(['a', 'a', 'b', 'b', 'c']));

  it('counts once what stands on the first line', () => {
    const amounts = amountsOfOrders(Float64Array.of(5, NaN, 0, 7, NaN), byOrder);
    expect([...amounts]).toEqual([5, 7, 0]);
  });

  it('counts once what is repeated on every line', () => {
    const amounts = amountsOfOrders(Float64Array.of(5, 5, -7, -7, 3), byOrder);
    expect([...amounts]).toEqual([5, 7, 3]);
  });

  it('adds up what differs', () => {
    expect(amountsOfOrders(Float64Array.of(5, 6, 1, 2, 0), byOrder)[0]).toBe(11);
  });
});

describe('sharedOut', () => {
  it('goes by quantity times price', () => {
    const byOrder = linesByOrder(codedColumn(['a', 'a', 'b']));
    const shares = sharedOut(Float64Array.of(6, 1), byOrder, {
      quantity: Float64Array.of(2, 1, 1),
      unitPrice: Float64Array.of(10, 40, 0),
    });
    expect([...shares]).toEqual([2, 4, 1]);
  });

  it('goes by pieces where a price is not known, and leaves out pieces that came back', () => {
    const byOrder = linesByOrder(codedColumn(['a', 'a', 'a']));
    const shares = sharedOut(Float64Array.of(8), byOrder, {
      quantity: Float64Array.of(1, 3, -2),
      unitPrice: Float64Array.of(10, NaN, 10),
    });
    expect([...shares]).toEqual([2, 6, 0]);
  });

  it('gives away each order’s amount, no more and no less', () => {
    const line = fc.record({
      order: fc.constantFrom('', 'a', 'b', 'c'),
      quantity: fc.oneof(fc.constant(NaN), fc.integer({ min: -3, max: 9 })),
      unitPrice: fc.oneof(fc.constant(NaN), fc.integer({ min: 0, max: 100 })),
      amount,
    });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), (lines) => {
        const byOrder = linesByOrder(codedColumn(lines.map(({ order }) => order)));
        const amounts = amountsOfOrders(
          Float64Array.from(lines, (each) => each.amount),
          byOrder,
        );
        const shares = sharedOut(amounts, byOrder, {
          quantity: Float64Array.from(lines, ({ quantity }) => quantity),
          unitPrice: Float64Array.from(lines, ({ unitPrice }) => unitPrice),
        });
        amounts.forEach((whole, order) => {
          const parts = shares.filter((_, place) => byOrder.orderOf[place] === order);
          if (parts.length > 0) expect(sum(parts)).toBeCloseTo(whole, 9);
          expect(parts.every((part) => part >= 0)).toBe(true);
        });
      }),
    );
  });
});

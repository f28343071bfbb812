import { describe, expect, it } from 'vitest';
import { codedColumn } from '#core/import/csv/coded-column.ts';
import { joinReturns } from '#core/import/platform-files/orders/join-returns.ts';
import type { ReturnedPieces } from '#core/import/platform-files/orders/read-returns.ts';
import { orderLines, type OrderLine } from '../../../../support/order-lines.ts';

interface Returned {
  readonly orderId: string;
  readonly productId?: string;
  readonly sku?: string;
  readonly title?: string;
  readonly quantity?: number;
}

function returned(rows: readonly Returned[]): ReturnedPieces {
  return {
    rowCount: rows.length,
    orderId: codedColumn(rows.map(({ orderId }) => orderId)),
    productId: codedColumn(rows.map(({ productId = '' }) => productId)),
    sku: codedColumn(rows.map(({ sku = '' }) => sku)),
    title: codedColumn(rows.map(({ title = '' }) => title)),
    quantity: Float64Array.from(rows, ({ quantity = 1 }) => quantity),
  };
}

function joined(lines: readonly Partial<OrderLine>[], rows: readonly Returned[]) {
  const { lines: told, unmatchedPieces } = joinReturns(orderLines(lines), returned(rows));
  return { refunded: [...told.refunded], unmatchedPieces };
}

const ORDER = [
  { orderId: 'A', sku: 'MUG', quantity: 3, unitPrice: 10 },
  { orderId: 'A', sku: 'TEE', quantity: 1, unitPrice: 40, discount: 4 },
  { orderId: 'B', sku: 'MUG', quantity: 1, unitPrice: 10 },
];

describe('joinReturns', () => {
  it('gives back what was paid for the pieces, on the line of their order and SKU', () => {
    const rows = [
      { orderId: 'A', sku: 'MUG', quantity: 2 },
      { orderId: 'a', sku: 'TEE' },
    ];
    expect(joined(ORDER, rows)).toEqual({ refunded: [20, 36, 0], unmatchedPieces: 0 });
  });

  it('finds a line by its product or title where no SKU does', () => {
    const lines = [{ orderId: 'A', productId: 'B07', title: 'Lamp', unitPrice: 5 }];
    expect(joined(lines, [{ orderId: 'A', sku: 'X', productId: 'B07' }]).refunded).toEqual([5]);
    expect(joined(lines, [{ orderId: 'A', title: 'Lamp' }]).refunded).toEqual([5]);
  });

  it('takes no more back than was sold, and money that a line gave back already is within', () => {
    const one = { orderId: 'B', sku: 'MUG' };
    expect(joined(ORDER, [one, one, one]).refunded[2]).toBe(10);
    const refunded = ORDER.map((line) => ({ ...line, refunded: 15 }));
    expect(joined(refunded, [{ orderId: 'A', sku: 'MUG' }]).refunded).toEqual([15, 15, 15]);
  });

  it('counts pieces that no line has, or whose price is not known', () => {
    const rows = [
      { orderId: 'C', sku: 'MUG', quantity: 2 },
      { orderId: 'A', sku: 'CAP' },
      { orderId: '', sku: 'MUG' },
    ];
    expect(joined(ORDER, rows)).toEqual({ refunded: [0, 0, 0], unmatchedPieces: 4 });
    const unpriced = [{ orderId: 'A', sku: 'MUG', unitPrice: NaN }];
    expect(joined(unpriced, [{ orderId: 'A', sku: 'MUG' }]).unmatchedPieces).toBe(1);
    const back = [{ orderId: 'A', sku: 'MUG', quantity: -1 }];
    expect(joined(back, [{ orderId: 'A', sku: 'MUG' }]).unmatchedPieces).toBe(1);
  });
});

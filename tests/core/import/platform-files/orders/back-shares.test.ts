import { describe, expect, it } from 'vitest';
import { codedColumn } from '#core/import/csv/coded-column.ts';
import { backShares } from '#core/import/platform-files/orders/back-shares.ts';
import { linesByOrder } from '#core/import/platform-files/orders/lines-by-order.ts';

const ORDERS = ['A', 'A', 'B', 'B', 'C', 'D'];
const RETURNED = [1, 1, 0, 0, 0, 0];
const IN_PART = [0, 0, 1, 1, 0, 0];
const QUANTITIES = [1, 2, 3, 1, 1, 1];

function sharesOf(unitPrice: number): number[] {
  const lines = {
    quantity: Float64Array.from(QUANTITIES),
    unitPrice: new Float64Array(6).fill(unitPrice),
  };
  const byOrder = linesByOrder(codedColumn(ORDERS));
  const isReturned = Uint8Array.from(RETURNED);
  return [...backShares(lines, { isReturned, inPart: Uint8Array.from(IN_PART), byOrder })];
}

describe('what came back, by the state of an order', () => {
  it('is all of an order that was refunded, and one unit of one refunded in part', () => {
    expect(sharesOf(NaN)).toEqual([1, 1, 1 / 4, 1 / 4, 0, 0]);
  });

  it('is left to the money where prices are known, for an order refunded in part', () => {
    expect(sharesOf(20)).toEqual([1, 1, 0, 0, 0, 0]);
  });
});

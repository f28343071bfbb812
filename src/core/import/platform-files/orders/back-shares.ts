import { sumsOfOrders, type LinesByOrder } from './lines-by-order.ts';
import type { OrderLines } from './order-lines.ts';

interface StatedReturns {
  /** 1 for lines of which all came back. */
  readonly isReturned: Uint8Array;
  /** 1 for lines of an order that was paid back in part. */
  readonly inPart: Uint8Array;
  readonly byOrder: LinesByOrder;
}

/**
 * Returns the share of each line's units that the state of its order says came back. An order that was paid back in part
 * counts as one unit, where no line has a price that its refund could be compared with.
 */
export function backShares(
  { quantity, unitPrice }: Pick<OrderLines, 'quantity' | 'unitPrice'>,
  { isReturned, inPart, byOrder }: StatedReturns,
): Float64Array {
  const units = sumsOfOrders(quantity.map(Math.abs), byOrder);
  const hasPrices = unitPrice.some((price) => price > 0);
  return quantity.map((_, line) => {
    if (isReturned[line] === 1) return 1;
    const ofOrder = units[byOrder.orderOf[line]!]!;
    return inPart[line] === 1 && !hasPrices && ofOrder > 0 ? 1 / ofOrder : 0;
  });
}

import type { CodedColumn } from '#core/import/csv/coded-column.ts';
import type { ExportFormat } from '../export-format.ts';
import { rowsInState } from './cancelled-orders.ts';
import { sumsOfOrders, type LinesByOrder } from './lines-by-order.ts';
import type { OrderLines } from './order-lines.ts';

/**
 * Returns the share of each line's units that the state of its order says came back. An order that was paid back in part
 * counts as one unit, where no line has a price that its refund could be compared with.
 */
export function backShares(
  { quantity, unitPrice }: Pick<OrderLines, 'quantity' | 'unitPrice'>,
  states: readonly CodedColumn[],
  { format, byOrder }: { format: Pick<ExportFormat, 'paidBack'>; byOrder: LinesByOrder },
): Float64Array {
  const { all = [], some = [] } = format.paidBack ?? {};
  const inFull = rowsInState(states, all, quantity.length);
  const inPart = rowsInState(states, some, quantity.length);
  const units = sumsOfOrders(quantity.map(Math.abs), byOrder);
  const hasPrices = unitPrice.some((price) => price > 0);
  return quantity.map((_, line) => {
    if (inFull[line] === 1) return 1;
    const ofOrder = units[byOrder.orderOf[line]!]!;
    return inPart[line] === 1 && !hasPrices && ofOrder > 0 ? 1 / ofOrder : 0;
  });
}

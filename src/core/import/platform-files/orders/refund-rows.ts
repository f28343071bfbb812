import { cellAt } from '#core/import/csv/coded-column.ts';
import type { TextRows } from '#core/import/csv/text-rows.ts';
import { ExportCells } from '../export-cells.ts';
import type { FieldsByKind } from '../export-format.ts';
import { linesByOrder, sharedOut } from './lines-by-order.ts';
import { orderKey } from './order-key.ts';
import type { OrderLines } from './order-lines.ts';
import { paidPrices } from './paid-prices.ts';

type LineField = FieldsByKind['order-lines'];

/** Adds to the lines their shares of the refunds in separate rows. */
export function withRefunds(
  lines: OrderLines,
  refunds: TextRows,
  columns: Readonly<Partial<Record<LineField, readonly string[]>>>,
): OrderLines {
  const cells = new ExportCells(refunds, columns, { money: ['refunded'], counts: [] });
  const orderId = cells.ids('orderId');
  const amounts = cells.amounts('refunded');
  const ofOrders = new Map<string, number>();
  amounts.forEach((amount, row) => {
    const order = orderKey(cellAt(orderId, row));
    ofOrders.set(order, (ofOrders.get(order) ?? 0) + amount);
  });
  return withOrderRefunds(lines, ofOrders);
}

/**
 * Adds to the lines their shares of their orders' refunds.
 * @param ofOrders refunds by `orderKey`; orders without a line here are ignored
 */
export function withOrderRefunds(
  lines: OrderLines,
  ofOrders: ReadonlyMap<string, number>,
): OrderLines {
  const byOrder = linesByOrder(lines.orderId);
  const back = new Float64Array(byOrder.orderCount);
  lines.orderId.texts.forEach((text, order) => {
    if (text !== '') back[order] = ofOrders.get(orderKey(text)) ?? 0;
  });
  const weights = { quantity: lines.quantity, unitPrice: paidPrices(lines) };
  const shares = sharedOut(back, byOrder, weights);
  return { ...lines, refunded: lines.refunded.map((amount, line) => amount + shares[line]!) };
}

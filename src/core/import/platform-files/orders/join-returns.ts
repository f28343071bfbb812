import { cellAt } from '#core/import/csv/coded-column.ts';
import { orderKey } from './order-key.ts';
import type { OrderLines } from './order-lines.ts';
import { paidPrices } from './paid-prices.ts';
import type { ReturnedPieces } from './read-returns.ts';

interface LinesWithReturns {
  readonly lines: OrderLines;
  /** Returned units whose order or product no line has, or whose line has no price. */
  readonly unmatchedPieces: number;
}

/** Fields that distinguish the lines of an order, best first. */
const NAMES = ['sku', 'productId', 'title'] as const;

/**
 * Turns returned units into refunds, at the price paid.
 * A refund that the line already states is included, not added. A line never returns more units than it sold.
 */
export function joinReturns(lines: OrderLines, returns: ReturnedPieces): LinesWithReturns {
  const lineOf = lineFinder(lines);
  const prices = paidPrices(lines);
  const pieces = new Float64Array(lines.rowCount);
  let unmatchedPieces = 0;
  for (let row = 0; row < returns.rowCount; row++) {
    const line = lineOf(returns, row);
    const count = returns.quantity[row]!;
    if (line !== undefined && prices[line]! > 0) pieces[line]! += count;
    else unmatchedPieces += count;
  }
  const refunded = lines.refunded.map((amount, line) => {
    const count = Math.min(pieces[line]!, lines.quantity[line]!);
    return count > 0 ? Math.max(amount, count * prices[line]!) : amount;
  });
  return { lines: { ...lines, refunded }, unmatchedPieces };
}

type NamedRows = Pick<OrderLines, 'orderId' | (typeof NAMES)[number]>;

/** Returns the first selling line with the same order number and the first name that both sides have. */
function lineFinder(lines: OrderLines): (rows: NamedRows, row: number) => number | undefined {
  const lineOfKey = new Map<string, number>();
  for (let line = 0; line < lines.rowCount; line++) {
    if (!(lines.quantity[line]! > 0)) continue;
    for (const key of keysOf(lines, line)) if (!lineOfKey.has(key)) lineOfKey.set(key, line);
  }
  return (rows, row) => {
    const known = keysOf(rows, row).find((key) => lineOfKey.has(key));
    return known === undefined ? undefined : lineOfKey.get(known);
  };
}

function keysOf(rows: NamedRows, row: number): string[] {
  const order = orderKey(cellAt(rows.orderId, row));
  if (order === '') return [];
  return NAMES.flatMap((name) => {
    const text = cellAt(rows[name], row);
    return text === '' ? [] : [JSON.stringify([order, name, text])];
  });
}

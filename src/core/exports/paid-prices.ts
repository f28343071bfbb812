import type { OrderLines } from './order-lines.ts';

/** What was paid for a piece of each line, its discounts taken off; NaN where no price is known. */
export function paidPrices({
  quantity,
  unitPrice,
  discount,
}: Pick<OrderLines, 'quantity' | 'unitPrice' | 'discount'>): Float64Array {
  return unitPrice.map((price, line) => {
    const off = discount[line]!;
    return off > 0 ? Math.max(0, price - off / Math.abs(quantity[line]!)) : price;
  });
}

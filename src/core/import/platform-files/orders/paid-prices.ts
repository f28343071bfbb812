import type { OrderLines } from './order-lines.ts';

/** Returns the price paid for a unit of each line, after discounts; NaN if no price is known. */
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

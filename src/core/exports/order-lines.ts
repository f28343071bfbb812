import type { CodedColumn } from '../csv/coded-column.ts';

/** Lines of orders as any platform has them: a column a field, an entry a line, in the order of the files. */
export interface OrderLines {
  readonly rowCount: number;
  readonly orderId: CodedColumn;
  /** What the platform calls the product by (a listing, an ASIN), or '' where only a SKU is known. */
  readonly productId: CodedColumn;
  readonly sku: CodedColumn;
  readonly title: CodedColumn;
  readonly variant: CodedColumn;
  readonly category: CodedColumn;
  readonly brand: CodedColumn;
  readonly channel: CodedColumn;
  readonly coupon: CodedColumn;
  /** By the shop's clock: days since 1970 with their fraction; NaN where it is not known. */
  readonly orderedAt: Float64Array;
  /** Below zero where pieces came back. */
  readonly quantity: Float64Array;
  /** Of a piece, before discounts; NaN where it is not known. */
  readonly unitPrice: Float64Array;
  /** Of a piece without promotion, where the export says so ("compare at"); else NaN. */
  readonly listPrice: Float64Array;
  /** Money off this line, its share of what is off the whole order included; 0 or more. */
  readonly discount: Float64Array;
  /** Money given back for this line, its share of what was given back for the order; 0 or more. */
  readonly refunded: Float64Array;
  /** 1 where the order was cancelled, not paid, or takes another one back. */
  readonly isCancelled: Uint8Array;
}

import type { CodedColumn } from '#core/import/csv/coded-column.ts';

/** Order lines of any platform, one array per field and one entry per line, in file order. */
export interface OrderLines {
  readonly rowCount: number;
  readonly orderId: CodedColumn;
  /** The platform's product ID (a listing, an ASIN); '' if only a SKU is known. */
  readonly productId: CodedColumn;
  readonly sku: CodedColumn;
  readonly title: CodedColumn;
  readonly variant: CodedColumn;
  readonly category: CodedColumn;
  readonly brand: CodedColumn;
  readonly channel: CodedColumn;
  readonly coupon: CodedColumn;
  /** A salted hash for each buyer; '' where not known. The same buyer has the same one only within one reading. */
  readonly buyer: CodedColumn;
  /** Days since 1970 with their fraction, in the shop's time zone; NaN if not known. */
  readonly orderedAt: Float64Array;
  /** Negative for returned units. */
  readonly quantity: Float64Array;
  /** Price of a unit before discounts; NaN if not known. */
  readonly unitPrice: Float64Array;
  /** Price of a unit without promotion ("compare at"); NaN if the export has none. */
  readonly listPrice: Float64Array;
  /** Money off this line, including its share of the order's discount; at least 0. */
  readonly discount: Float64Array;
  /** Money refunded for this line, including its share of the order's refund; at least 0. */
  readonly refunded: Float64Array;
  /** Share of the units that the order's state says came back, where no money does; between 0 and 1. */
  readonly backShare: Float64Array;
  /** 1 if the order is not paid yet, and may never be. */
  readonly pending: Float64Array;
  /** 1 if the order was cancelled, was not paid, or cancels another order. */
  readonly isCancelled: Uint8Array;
}

import type { CodedColumn } from '../csv/coded-column.ts';

/** Whole orders, for exports whose lines stand in another file. An entry an order. */
export interface OrderFacts {
  readonly rowCount: number;
  readonly orderId: CodedColumn;
  /** As in OrderLines. */
  readonly orderedAt: Float64Array;
  /** Of its items, joined as they stand in the file. */
  readonly title: CodedColumn;
  /** Of all items. */
  readonly quantity: Float64Array;
  readonly orderTotal: Float64Array;
  readonly orderDiscount: Float64Array;
  readonly refunded: Float64Array;
  readonly coupon: CodedColumn;
  readonly channel: CodedColumn;
  readonly isCancelled: Uint8Array;
}

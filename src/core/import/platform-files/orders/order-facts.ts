import type { CodedColumn } from '#core/import/csv/coded-column.ts';

/** Whole orders, one entry each, for exports whose lines are in another file. */
export interface OrderFacts {
  readonly rowCount: number;
  readonly orderId: CodedColumn;
  /** As in OrderLines. */
  readonly orderedAt: Float64Array;
  /** Titles of its items, joined as in the file. */
  readonly title: CodedColumn;
  /** Total of all items. */
  readonly quantity: Float64Array;
  readonly orderTotal: Float64Array;
  readonly orderDiscount: Float64Array;
  readonly refunded: Float64Array;
  readonly coupon: CodedColumn;
  readonly channel: CodedColumn;
  readonly buyer: CodedColumn;
  readonly pending: Float64Array;
  readonly isCancelled: Uint8Array;
  /** As in OrderEnds. */
  readonly isReturned: Uint8Array;
  readonly hasLeft: Uint8Array;
}

// A seller's stock on hand, one row per product.

import type { Day } from '#core/base/dates.ts';

/** '' and null mean not stated. */
export interface StockItem {
  readonly productId: string;
  readonly title: string;
  readonly category: string;
  readonly brand: string;
  /** Money per unit. */
  readonly price: number | null;
  readonly onHand: number;
  /** Units sold per week at present; null where the list does not say. */
  readonly weeklyUnits: number | null;
}

export interface StockList {
  readonly fileName: string;
  /** Day on which the list was read; its units are those of that day. */
  readonly asOf: Day;
  /** Items with units left, in the order of the file. */
  readonly items: readonly StockItem[];
}

/**
 * How the rows of a file were used: items, sold-out rows, and the two kinds that cannot be read. Rows of one product
 * become one item.
 */
export interface StockAccount {
  readonly rowsRead: number;
  readonly itemCount: number;
  /** Rows with no unit left. */
  readonly soldOutCount: number;
  /** Rows with neither a name nor a product ID. */
  readonly namelessCount: number;
  /** Rows whose units on hand cannot be read or are negative. */
  readonly unreadableCount: number;
}

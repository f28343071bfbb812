// What a seller still has in stock, as one list: a row a product.

import type { Day } from '../dates.ts';

/** '' and null: not said. */
export interface StockItem {
  readonly productId: string;
  readonly title: string;
  readonly category: string;
  readonly brand: string;
  /** Money a unit. */
  readonly price: number | null;
  readonly onHand: number;
  /** Pieces sold a week at present, where the list says so. */
  readonly weeklyUnits: number | null;
}

export interface StockList {
  readonly fileName: string;
  /** The day on which it was read: pieces are those of that day. */
  readonly asOf: Day;
  /** Those with pieces left, in the order of the file. */
  readonly items: readonly StockItem[];
}

/** What became of the rows of a file: rowsRead = items + soldOut + the two that could not be used. */
export interface StockAccount {
  readonly rowsRead: number;
  readonly itemCount: number;
  /** With no piece left. */
  readonly soldOutCount: number;
  /** Without a name or a product ID. */
  readonly namelessCount: number;
  /** Whose pieces on hand cannot be read, or are below zero. */
  readonly unreadableCount: number;
}

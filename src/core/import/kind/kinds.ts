import type { FieldMatches } from '../schema/field-match.ts';
import type { SampledTable } from '../schema/sampled-table.ts';

/** What a table can be instead of launches. */
export type ForeignKind =
  | 'orders'
  | 'till'
  | 'returns'
  | 'settlement'
  | 'shop-report'
  /** Sales of products by month, where no row has a date. */
  | 'product-report'
  /** Persons: customers, staff, subscribers. */
  | 'customers'
  | 'reviews'
  | 'chats'
  | 'price-list'
  | 'stock'
  | 'ads'
  | 'market'
  | 'catalogue'
  /** Nothing of a shop that Debut knows. */
  | 'other';
export type TableKind = 'launches' | ForeignKind;

/** What a table's kind is judged by. */
export interface JudgedTable extends SampledTable {
  readonly fileName: string;
  /** The columns proposed for launches. */
  readonly matches: FieldMatches;
}

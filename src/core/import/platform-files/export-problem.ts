import type { TableKind } from '../kind/kinds.ts';

/** A problem with files that were given together. The page supplies its wording. */
export type ExportProblem =
  /** Neither an export nor a table that could be joined to the other exports. */
  | { readonly kind: 'unrecognised'; readonly file: string; readonly tableKind: TableKind }
  | {
      readonly kind: 'missing-columns';
      readonly file: string;
      readonly formatId: string;
      /** Groups of column names as the platform writes them; one of each is needed. */
      readonly columns: readonly (readonly string[])[];
    }
  /** Order lines without a column that names the product, at best one that names kinds of products. */
  | {
      readonly kind: 'no-product-column';
      readonly file: string;
      /** Header of the closest column; null if there is none. */
      readonly nearest: string | null;
    }
  /** Lines with neither a date nor an order number that could give them one. */
  | { readonly kind: 'lines-without-order'; readonly file: string; readonly lineCount: number }
  /** Orders without a number: each row counts as one. */
  | { readonly kind: 'no-order-number'; readonly file: string }
  /** No file says what was sold. */
  | { readonly kind: 'no-sales' }
  /** Lines whose order has no date in any file. */
  | { readonly kind: 'undated-lines'; readonly lineCount: number }
  /** Orders without anything that says what was bought. */
  | { readonly kind: 'orders-without-items'; readonly orderCount: number }
  /** Times are in UTC, and the time zone of the shop is not known. */
  | { readonly kind: 'utc-moments' }
  /** Returns of orders or products that no line has. */
  | { readonly kind: 'unmatched-returns'; readonly pieceCount: number }
  /** Lines that two files have in common are counted once. */
  | { readonly kind: 'overlap'; readonly lineCount: number }
  /** The catalogue lists hardly any of the products sold, so the files belong to two shops. */
  | { readonly kind: 'other-shop'; readonly knownShare: number };

const STOPPING: ReadonlySet<ExportProblem['kind']> = new Set([
  ...(['missing-columns', 'no-product-column', 'no-sales'] as const),
]);

/** Returns whether launches should not be derived until the problem is solved. */
export function isStopping({ kind }: ExportProblem): boolean {
  return STOPPING.has(kind);
}

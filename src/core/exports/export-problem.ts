/** What of the files that were given together cannot be used as hoped. Words for it are the page's. */
export type ExportProblem =
  /** Neither an export nor, beside exports, anything that could be joined to them. */
  | { readonly kind: 'unrecognised'; readonly file: string }
  | {
      readonly kind: 'missing-columns';
      readonly file: string;
      readonly formatId: string;
      /** Groups of column names, as the platform writes them: one of each is needed. */
      readonly columns: readonly (readonly string[])[];
    }
  /** Lines of orders of which no column names the product, only kinds of products at best. */
  | {
      readonly kind: 'no-product-column';
      readonly file: string;
      /** The column that comes nearest; null where none does. */
      readonly nearest: string | null;
    }
  /** Lines without a date of their own, and without the number of an order that could give them one. */
  | { readonly kind: 'lines-without-order'; readonly file: string; readonly lineCount: number }
  /** No file says what was sold. */
  | { readonly kind: 'no-sales' }
  /** Lines whose order no file dates. */
  | { readonly kind: 'undated-lines'; readonly lineCount: number }
  /** Orders of which nothing says what was bought. */
  | { readonly kind: 'orders-without-items'; readonly orderCount: number }
  /** Moments are written in UTC, and nobody has said by whose clock the shop lives. */
  | { readonly kind: 'utc-moments' }
  /** What came back of orders or products that no line has. */
  | { readonly kind: 'unmatched-returns'; readonly pieceCount: number }
  /** Lines that two files have in common are counted once. */
  | { readonly kind: 'overlap'; readonly lineCount: number }
  /** The catalogue knows next to nothing of what was sold: files of two shops. */
  | { readonly kind: 'other-shop'; readonly knownShare: number };

const STOPPING: ReadonlySet<ExportProblem['kind']> = new Set([
  ...(['missing-columns', 'no-product-column', 'no-sales'] as const),
]);

/** Whether launches should not be made before it is mended. */
export function isStopping({ kind }: ExportProblem): boolean {
  return STOPPING.has(kind);
}

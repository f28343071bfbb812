import type { TextRows } from '../csv/text-rows.ts';
import type { RecognisedExport } from '../platform-files/export-format.ts';
import type { ExportProblem } from '../platform-files/export-problem.ts';
import { nearestToProduct } from '../platform-files/catalogue/nearest-to-product.ts';

interface ReadExport {
  readonly name: string;
  readonly found: RecognisedExport;
  readonly rows: TextRows;
}

/** Fields that each identify a product. */
const PRODUCT: ReadonlySet<string> = new Set(['productId', 'sku', 'title']);

/** Returns the problems of a single file. */
export function fileProblems({ name: file, found, rows }: ReadExport): ExportProblem[] {
  if (found.missing.length === 0)
    return found.kind === 'orders' && !found.columns.orderId
      ? [{ kind: 'no-order-number', file }]
      : [];
  if (lacksProductsOnly(found))
    return [{ kind: 'no-product-column', file, nearest: nearestToProduct(rows.headers) }];
  const columns = missingColumns(found);
  return [{ kind: 'missing-columns', file, formatId: found.format.id, columns }];
}

/**
 * Returns whether a file can be read. Lines of no platform are read even if they name no product: their dates, orders
 * and numbers can be shown.
 */
export function isReadable(found: RecognisedExport): boolean {
  return found.missing.length === 0 || lacksProductsOnly(found);
}

function lacksProductsOnly({ kind, format, missing }: RecognisedExport): boolean {
  const isPlain = format.platform === '' && kind === 'order-lines';
  return isPlain && missing.every((group) => group.every((field) => PRODUCT.has(field)));
}

/** Returns the best-known name of each missing column. */
function missingColumns({ format, missing }: RecognisedExport): string[][] {
  const names: Readonly<Record<string, readonly string[] | undefined>> = format.columns;
  return missing.map((group) => group.map((field) => names[field]?.[0] ?? field));
}

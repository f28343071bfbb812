import type { TextRows } from '../csv/text-rows.ts';
import type { RecognisedExport } from './export-format.ts';
import type { ExportProblem } from './export-problem.ts';
import { nearestToProduct } from './nearest-to-product.ts';

interface ReadExport {
  readonly name: string;
  readonly found: RecognisedExport;
  readonly rows: TextRows;
}

/** Any of these names a product. */
const PRODUCT: ReadonlySet<string> = new Set(['productId', 'sku', 'title']);

/** What a file lacks by itself. */
export function fileProblems({ name: file, found, rows }: ReadExport): ExportProblem[] {
  if (found.missing.length === 0) return [];
  if (lacksProductsOnly(found))
    return [{ kind: 'no-product-column', file, nearest: nearestToProduct(rows.headers) }];
  const columns = missingColumns(found);
  return [{ kind: 'missing-columns', file, formatId: found.format.id, columns }];
}

/** Lines of no platform that name no product are read all the same: their dates, orders and numbers can be told. */
export function isReadable(found: RecognisedExport): boolean {
  return found.missing.length === 0 || lacksProductsOnly(found);
}

function lacksProductsOnly({ kind, format, missing }: RecognisedExport): boolean {
  const isPlain = format.platform === '' && kind === 'order-lines';
  return isPlain && missing.every((group) => group.every((field) => PRODUCT.has(field)));
}

/** By the name that each is best known by. */
function missingColumns({ format, missing }: RecognisedExport): string[][] {
  const names: Readonly<Record<string, readonly string[] | undefined>> = format.columns;
  return missing.map((group) => group.map((field) => names[field]?.[0] ?? field));
}

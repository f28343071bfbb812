// A list of products without dates is not an export by itself: it may be one of launches to plan. Together with order
// lines, it describes their products.

import type { ExportFormat, RecognisedExport } from './export-format.ts';
import { PLAIN_CATALOGUE } from './formats/plain/plain.ts';
import { recognisedAs } from './recognise-export.ts';

const { columns } = PLAIN_CATALOGUE;

const PRODUCTS: ExportFormat<'catalogue'> = {
  ...PLAIN_CATALOGUE,
  id: 'plain-products',
  columns: { ...columns, productId: [...(columns.productId ?? []), 'id'] },
  needed: [
    ['productId', 'sku'],
    ['title', 'category', 'brand', 'description'],
  ],
};

/** Recognises a product list given together with order lines; null otherwise. */
export function recogniseBeside(
  headers: readonly string[],
  others: readonly RecognisedExport[],
): RecognisedExport | null {
  return others.some(({ kind }) => kind === 'order-lines') ? recognisedAs(headers, PRODUCTS) : null;
}

// By itself a list of products without dates may be one of launches to plan, and is no export. Beside lines of orders it says what
// their products are.

import type { ExportFormat, RecognisedExport } from './export-format.ts';
import { PLAIN_CATALOGUE } from './formats/plain.ts';
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

/** What a table is that is no export by itself; null where nothing that it lies beside has lines whose products it could name. */
export function recogniseBeside(
  headers: readonly string[],
  others: readonly RecognisedExport[],
): RecognisedExport | null {
  return others.some(({ kind }) => kind === 'order-lines') ? recognisedAs(headers, PRODUCTS) : null;
}

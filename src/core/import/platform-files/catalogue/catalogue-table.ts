import type { CatalogueProduct } from './catalogue.ts';

const COLUMNS = {
  product_id: ({ productId }) => productId,
  title: ({ title }) => title,
  category: ({ category }) => category,
  brand: ({ brand }) => brand,
  list_price: ({ listPrice }) => written(listPrice),
  unit_cost: ({ unitCost }) => written(unitCost),
} satisfies Record<string, (product: CatalogueProduct) => string>;

/**
 * Writes a catalogue as a CSV table with one row per product. It is only for the app's own reader, which runs no
 * formulas.
 */
export function catalogueTable(catalogue: readonly CatalogueProduct[]): string {
  const rows = catalogue.map((product) => Object.values(COLUMNS).map((cell) => cell(product)));
  return [Object.keys(COLUMNS), ...rows]
    .map((row) => `${row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\n`)
    .join('');
}

function written(value: number): string {
  return Number.isNaN(value) ? '' : String(value);
}

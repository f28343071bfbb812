import type { CatalogueProduct } from './catalogue.ts';

const COLUMNS = {
  product_id: ({ productId }) => productId,
  title: ({ title }) => title,
  category: ({ category }) => category,
  brand: ({ brand }) => brand,
  list_price: ({ listPrice }) => written(listPrice),
  unit_cost: ({ unitCost }) => written(unitCost),
} satisfies Record<string, (product: CatalogueProduct) => string>;

/** A catalogue as a table of products, a row each, whatever rows its file has: for the app's own reader, which runs no formulas. */
export function catalogueTable(catalogue: readonly CatalogueProduct[]): string {
  const rows = catalogue.map((product) => Object.values(COLUMNS).map((cell) => cell(product)));
  return [Object.keys(COLUMNS), ...rows]
    .map((row) => `${row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\n`)
    .join('');
}

function written(value: number): string {
  return Number.isNaN(value) ? '' : String(value);
}

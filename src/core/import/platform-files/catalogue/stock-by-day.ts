import { cellAt } from '#core/import/csv/coded-column.ts';
import { finite, sum } from '#core/base/statistics/statistics.ts';
import type { CatalogueProduct } from './catalogue.ts';
import type { StockLevels } from './read-stock.ts';

/** Units on hand when the files were written, by product ID, SKU or title. A missing entry means not known. */
export type StockOnHand = ReadonlyMap<string, number>;

/** Combines stock from catalogue and reports. Reports take precedence. */
export function stockByDay(
  catalogue: readonly CatalogueProduct[],
  reports: readonly StockLevels[],
): StockOnHand {
  const ofVariants = new Map(catalogue.flatMap(trackedVariants));
  const ofProducts = new Map<string, number>();
  for (const { sku, product, title, pieces } of reports.flatMap(knownLevels)) {
    if (sku !== '') ofVariants.set(sku, pieces);
    for (const name of [product, title])
      if (name !== '') ofProducts.set(name, (ofProducts.get(name) ?? 0) + pieces);
  }
  for (const { productId, variants } of catalogue) {
    const known = finite(variants.map(({ sku, stock }) => ofVariants.get(sku) ?? stock));
    if (!ofProducts.has(productId) && known.length > 0) ofProducts.set(productId, sum(known));
  }
  return new Map([...ofVariants, ...ofProducts]);
}

function trackedVariants({ variants }: CatalogueProduct): [sku: string, pieces: number][] {
  return variants.flatMap(({ sku, stock }): [string, number][] =>
    sku === '' || Number.isNaN(stock) ? [] : [[sku, stock]],
  );
}

function knownLevels({ rowCount, sku, productId, title, onHand }: StockLevels) {
  const levels = Array.from({ length: rowCount }, (_, row) => ({
    sku: cellAt(sku, row),
    product: cellAt(productId, row),
    title: cellAt(title, row),
    pieces: onHand[row]!,
  }));
  return levels.filter(({ pieces }) => !Number.isNaN(pieces));
}

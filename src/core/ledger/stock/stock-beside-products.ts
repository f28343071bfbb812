import type { LaunchTable } from '#core/launch/launch-table.ts';
import type { NewProduct } from '#core/launch/new-product.ts';
import { heldBack, type HeldBackOptions } from './held-back.ts';
import { similarStock, type SimilarItem } from './similar-stock.ts';
import type { StockList } from './stock-list.ts';
import { stockOutlooks, type StockOutlooks } from './stock-outlook.ts';

/** The stock on hand, how long it lasts, and what in it is similar to each product that waits for a plan. */
export interface StockBesideProducts extends StockOutlooks {
  readonly list: StockList;
  readonly products: readonly NewProduct[];
  /** In the order of the products. */
  readonly similar: readonly (readonly SimilarItem[])[];
}

/** Returns the outlook of the stock and its items that are similar to each product. */
export function stockBesideProducts(
  list: StockList,
  products: readonly NewProduct[],
  history: { readonly table: LaunchTable; readonly horizonDays: number },
): StockBesideProducts {
  const similar = similarStock(list.items, products);
  return { list, products, similar, ...stockOutlooks(list, history) };
}

/**
 * Returns, by product ID, the share of units lost to stock on hand, 0–1, [weeks]; empty where there is no stock list.
 */
export function heldBackById(
  known: StockBesideProducts | null,
  options: Pick<HeldBackOptions, 'weeks' | 'strength'>,
): ReadonlyMap<string, Float64Array> {
  if (!known) return new Map();
  const { products, similar, outlooks, spread } = known;
  const lost = heldBack(similar, outlooks, { ...options, spread });
  return new Map(products.map(({ id }, i) => [id, lost[i]!]));
}

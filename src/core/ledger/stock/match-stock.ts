import type { LaunchTable } from '#core/launch/launch-table.ts';
import { spellingKey } from '#core/base/text/split-words.ts';
import type { StockItem } from './stock-list.ts';

/**
 * Returns the row of each item's newest launch, matched by product ID, else by title; null where the history has none.
 */
export function matchStock(
  items: readonly Pick<StockItem, 'productId' | 'title'>[],
  { productId, title, launchDay }: LaunchTable,
): readonly (number | null)[] {
  const byId = new Map<string, number>();
  const byTitle = new Map<string, number>();
  const order = [...launchDay.keys()].sort((a, b) => launchDay[a]! - launchDay[b]!);
  for (const row of order) {
    if (productId[row] !== '') byId.set(productId[row]!, row);
    if (title[row] !== '') byTitle.set(spellingKey(title[row]!), row);
  }
  return items.map(
    (item) => byId.get(item.productId) ?? byTitle.get(spellingKey(item.title)) ?? null,
  );
}

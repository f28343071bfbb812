import type { StockItem } from '#core/stock-on-hand/stock-list.ts';

/** A product in stock of which a list says no more than how many there are. */
export function stockItem(said: Partial<StockItem> = {}): StockItem {
  return {
    ...{ productId: '', title: 'Mug', category: '', brand: '' },
    ...{ price: null, onHand: 10, weeklyUnits: null },
    ...said,
  };
}

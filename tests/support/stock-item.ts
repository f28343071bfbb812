import type { StockItem } from '#core/ledger/stock/stock-list.ts';

/** Returns a product in stock for which a list states only how many units there are. */
export function stockItem(said: Partial<StockItem> = {}): StockItem {
  return {
    ...{ productId: '', title: 'Mug', category: '', brand: '' },
    ...{ price: null, onHand: 10, weeklyUnits: null },
    ...said,
  };
}

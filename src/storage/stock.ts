import type { StockList } from '#core/stock-on-hand/stock-list.ts';
import { database } from './database.ts';
import { readRecord } from './datasets.ts';
import { withStorage } from './quota.ts';

/** What is in stock, as it was said last; null where nobody said. */
export function loadStock(datasetId: number): Promise<StockList | null> {
  return withStorage(async () => (await database.stock.get(datasetId))?.list ?? null);
}

/** Takes the place of what was said before; null takes it away. The list that was there, or null. */
export function saveStock(datasetId: number, list: StockList | null): Promise<StockList | null> {
  const { datasets, stock } = database;
  return withStorage(() =>
    database.transaction('rw', datasets, stock, async () => {
      await readRecord(datasetId);
      const before = await stock.get(datasetId);
      if (list) await stock.put({ datasetId, list });
      else await stock.delete(datasetId);
      return before?.list ?? null;
    }),
  );
}

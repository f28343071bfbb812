import type { RecordChange, RecordConflict } from '#core/base/record-change.ts';
import type { StockList } from '#core/ledger/stock/stock-list.ts';
import { database } from '../database/database.ts';
import { inDataset } from './datasets.ts';
import { withStorage } from '../database/quota.ts';
import { undoChanges, type UndoOptions } from '../database/undo-changes.ts';

/** Loads the seller's latest list of stock on hand; null where there is none. */
export function loadStock(datasetId: number): Promise<StockList | null> {
  return withStorage(async () => (await database.stock.get(datasetId))?.list ?? null);
}

/**
 * Replaces the list of stock on hand; null deletes it. Returns the list before, or null. Throws AppError
 * dataset-missing where the data set is gone.
 */
export function saveStock(datasetId: number, list: StockList | null): Promise<StockList | null> {
  return inDataset(datasetId, [database.stock], async () => {
    const before = await database.stock.get(datasetId);
    if (list) await database.stock.put({ datasetId, list });
    else await database.stock.delete(datasetId);
    return before?.list ?? null;
  });
}

/**
 * Undoes a change of the list. Throws AppError dataset-missing where the data set is gone.
 * Returns null, or a conflict where another tab has stored a list since; then nothing is done, unless forced.
 * @param change its ID is that of the data set
 */
export function undoStock(
  { id: datasetId, before, after }: RecordChange<StockList>,
  options?: UndoOptions,
): Promise<RecordConflict<StockList> | null> {
  const recordOf = (list: StockList | null) => list && { datasetId, list };
  const change = { id: datasetId, before: recordOf(before), after: recordOf(after) };
  return inDataset(datasetId, [database.stock], async () => {
    const [conflict] = await undoChanges(database.stock, [change], options);
    return conflict ? { id: datasetId, before, after, now: conflict.now?.list ?? null } : null;
  });
}

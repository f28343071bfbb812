import type { Currency } from '#core/base/currency.ts';
import { isChangedSince } from '#core/base/record-change.ts';
import { database } from '../database/database.ts';
import type { DatasetRecord } from '../database/records.ts';
import { inDataset } from './datasets.ts';
import type { UndoOptions, ValueChange, ValueConflict } from '../database/undo-changes.ts';

/** Chosen currency; undefined where none has been chosen. */
type SaidCurrency = Currency | undefined;

/**
 * Stores the chosen currency and returns the choice before. Throws AppError dataset-missing where the data set is
 * gone.
 */
export function saveCurrency(datasetId: number, currency: SaidCurrency): Promise<SaidCurrency> {
  return inDataset(datasetId, [], async (record) => {
    await put(record, currency);
    return record.currency;
  });
}

/**
 * Undoes a choice of currency. Throws AppError dataset-missing where the data set is gone.
 * Returns null, or the current choice where another tab has changed it since; then nothing is done, unless forced.
 */
export function undoCurrency(
  datasetId: number,
  deed: ValueChange<SaidCurrency>,
  { isForced = false }: UndoOptions = {},
): Promise<ValueConflict<SaidCurrency> | null> {
  return inDataset(datasetId, [], async (record) => {
    if (!isForced && isChangedSince(deed, record.currency)) return { now: record.currency };
    await put(record, deed.before);
    return null;
  });
}

async function put(record: DatasetRecord, currency: SaidCurrency): Promise<void> {
  const { currency: before, ...others } = record;
  if (currency !== before)
    await database.datasets.put(currency === undefined ? others : { ...others, currency });
}

import type { Currency } from '#core/csv/currency.ts';
import { isChangedSince } from '#core/record-change.ts';
import { database, type DatasetRecord } from './database.ts';
import { readRecord } from './datasets.ts';
import { withStorage } from './quota.ts';
import type { TakeBackOptions, ValueChange, ValueConflict } from './take-back.ts';

/** undefined: as if it had never been chosen. */
type SaidCurrency = Currency | undefined;

/** What it was before. */
export function saveCurrency(datasetId: number, currency: SaidCurrency): Promise<SaidCurrency> {
  return withRecord(datasetId, async (record) => {
    await put(record, currency);
    return record.currency;
  });
}

/** null, or what another tab has said since: then nothing was done, unless it was forced. */
export function takeBackCurrency(
  datasetId: number,
  deed: ValueChange<SaidCurrency>,
  { isForced = false }: TakeBackOptions = {},
): Promise<ValueConflict<SaidCurrency> | null> {
  return withRecord(datasetId, async (record) => {
    if (!isForced && isChangedSince(deed, record.currency)) return { now: record.currency };
    await put(record, deed.before);
    return null;
  });
}

function withRecord<T>(datasetId: number, work: (record: DatasetRecord) => Promise<T>): Promise<T> {
  const { datasets } = database;
  return withStorage(() =>
    database.transaction('rw', datasets, async () => work(await readRecord(datasetId))),
  );
}

async function put(record: DatasetRecord, currency: SaidCurrency): Promise<void> {
  const { currency: before, ...others } = record;
  if (currency !== before)
    await database.datasets.put(currency === undefined ? others : { ...others, currency });
}

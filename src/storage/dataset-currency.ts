import type { Currency } from '#core/csv/currency.ts';
import { database } from './database.ts';
import { readRecord } from './datasets.ts';
import { withStorage } from './quota.ts';

/** undefined: as if it had never been chosen. What it was before. */
export function saveCurrency(
  datasetId: number,
  currency: Currency | undefined,
): Promise<Currency | undefined> {
  const { datasets } = database;
  return withStorage(() =>
    database.transaction('rw', datasets, async () => {
      const { currency: before, ...others } = await readRecord(datasetId);
      await datasets.put(currency === undefined ? others : { ...others, currency });
      return before;
    }),
  );
}

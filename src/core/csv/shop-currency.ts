import type { Currency } from './currency.ts';
import type { ImportReport } from './import-report.ts';

/** What a shop counts in: what its file names, else what its seller says; null where nobody does. */
export function shopCurrency(
  shop:
    | {
        readonly report: Pick<ImportReport, 'currencies'>;
        /** Missing where the seller chose none. */
        readonly currency?: Currency | undefined;
      }
    | null
    | undefined,
): Currency | null {
  return shop?.report.currencies?.main ?? shop?.currency ?? null;
}

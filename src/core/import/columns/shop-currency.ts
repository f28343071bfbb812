import type { Currency } from '#core/base/currency.ts';
import type { ImportReport } from './import-report.ts';

/** Returns the shop's currency: the one its file names, or else the one the seller chose; null if neither is known. */
export function shopCurrency(
  shop:
    | {
        readonly report: Pick<ImportReport, 'currencies'>;
        /** Missing if the seller chose none. */
        readonly currency?: Currency | undefined;
      }
    | null
    | undefined,
): Currency | null {
  return shop?.report.currencies?.main ?? shop?.currency ?? null;
}

import {
  USUAL_DERIVATION,
  type DerivationSettings,
} from '#core/import/derivation/derivation-settings.ts';
import { NOTHING_SAID } from '#core/import/marketing/report-match.ts';
import type { ExportsRequest } from '#protocol/dataset-requests.ts';

/** Returns the request of the page when files of a shop are dropped. */
export function shopRequest(
  files: readonly File[],
  settings: Partial<DerivationSettings> = {},
): ExportsRequest {
  return {
    ...{ files, timeZone: 'America/New_York' },
    settings: { ...USUAL_DERIVATION, ...settings },
    reportChoice: NOTHING_SAID,
    words: { coupon: 'Coupon', priceCut: 'Price cut' },
  };
}

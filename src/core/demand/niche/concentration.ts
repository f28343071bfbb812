import { effectiveSize, sum } from '#core/base/statistics/statistics.ts';
import type { MarketOffer } from '#core/import/market/market.ts';
import { salesMeasure, type SalesMeasure } from './sales-measure.ts';

/** How far a few offers share a niche among themselves. */
export interface Concentration {
  readonly measure: SalesMeasure;
  /** Number of offers whose sales are known. */
  readonly offers: number;
  /** Share of the three largest in what all of these sell, 0–1. */
  readonly topShare: number;
  /** Number of equal offers that would be as concentrated, 1 to `offers`. */
  readonly equalOffers: number;
}

const TOP = 3;

/**
 * Returns the concentration of a niche over the offers that the file lists. With shares s of their units or clicks, `equalOffers`
 * is 1 / Σs², the inverse of the Herfindahl–Hirschman index (numbers equivalent: Adelman 1969, Rev. Econ. Stat. 51). null where
 * sales are known of three offers or fewer, as three would have everything.
 */
export function concentration(offers: readonly MarketOffer[]): Concentration | null {
  const sales = salesMeasure(offers);
  const values = sales?.values.filter((value) => value >= 0) ?? [];
  if (!sales || values.length <= TOP) return null;
  const total = sum(values);
  const shares = values.map((value) => value / total).sort((a, b) => b - a);
  return {
    ...{ measure: sales.measure, offers: shares.length },
    topShare: sum(shares.slice(0, TOP)),
    equalOffers: effectiveSize(shares),
  };
}

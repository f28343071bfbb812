import type { Day } from '#core/base/dates.ts';
import { sum } from '#core/base/statistics/statistics.ts';
import type { MarketOffer } from '#core/import/market/market.ts';
import { salesMeasure, type SalesMeasure } from './sales-measure.ts';

/** Whether newcomers find buyers: offers launched in the 365 days before the figures were made. */
export interface YoungOffers {
  /** Share of the offers whose launch day is known, 0–1. */
  readonly share: number;
  /** Number of offers whose launch day is known. */
  readonly known: number;
  /** Share of what these offers sell, 0–1; null where it is not known. */
  readonly sold: { readonly measure: SalesMeasure; readonly share: number } | null;
}

const YEAR = 365;
/** A share of fewer offers would be hardly more than the offers themselves. */
const LEAST_OFFERS = 4;

/**
 * Returns the share of young offers and of what they sell; null where the day of the figures or all but a few launch days are not
 * known.
 * @param day on which the figures were made
 */
export function youngOffers(offers: readonly MarketOffer[], day: Day): YoungOffers | null {
  const dated = offers.filter(({ launchDay }) => launchDay <= day);
  if (dated.length < LEAST_OFFERS) return null;
  const isYoung = ({ launchDay }: MarketOffer) => launchDay > day - YEAR;
  const sales = salesMeasure(dated);
  const known = sales?.values.map((value) => (Number.isNaN(value) ? 0 : value)) ?? [];
  const young = known.filter((_, i) => isYoung(dated[i]!));
  return {
    ...{ share: dated.filter(isYoung).length / dated.length, known: dated.length },
    sold: sales && { measure: sales.measure, share: sum(young) / sum(known) },
  };
}

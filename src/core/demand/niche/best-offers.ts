import { finite, mean, median } from '#core/base/statistics/statistics.ts';
import type { Day } from '#core/base/dates.ts';
import type { MarketOffer } from '#core/import/market/market.ts';
import { salesMeasure, type SalesMeasure } from './sales-measure.ts';

/** What a newcomer is compared with: the best-selling offers. */
export interface BestOffers {
  /** What they are the best by. */
  readonly measure: SalesMeasure | 'rank';
  /** Number of them, ten at most. */
  readonly count: number;
  /** Median number of ratings; null where none is known. */
  readonly ratings: number | null;
  /** Mean of their mean ratings, 1–5; null where none is known. */
  readonly meanRating: number | null;
  /** Half of those whose day is known were launched on this day or before; null where none is known. */
  readonly launchDay: Day | null;
}

const MOST = 10;

/**
 * Returns what is known of the ten offers that sell best: by units, else by clicks, else by Best Sellers Rank; offers without a
 * figure are left out. null where no offer has one, or where nothing is known of these ten.
 */
export function bestOffers(offers: readonly MarketOffer[]): BestOffers | null {
  const sales = salesMeasure(offers);
  const figures = sales?.values ?? offers.map(({ salesRank }) => -salesRank);
  const best = [...figures.keys()]
    .filter((i) => Number.isFinite(figures[i]))
    .sort((a, b) => figures[b]! - figures[a]!)
    .slice(0, MOST)
    .map((i) => offers[i]!);
  const known = {
    ratings: orNull(median(finite(best.map(({ ratings }) => ratings)))),
    meanRating: orNull(mean(finite(best.map(({ meanRating }) => meanRating)))),
    launchDay: orNull(Math.floor(median(finite(best.map(({ launchDay }) => launchDay))))),
  };
  if (Object.values(known).every((value) => value === null)) return null;
  return { measure: sales?.measure ?? 'rank', count: best.length, ...known };
}

function orNull(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}

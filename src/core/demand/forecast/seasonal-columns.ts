// What is known at an origin about the change until each later week: the shop's season, the category's own beyond it, and
// the market's.

import { mean } from '#core/base/statistics/statistics.ts';
import type { SameWeek } from '../series/same-week.ts';
import { seasonalChange, type SmoothedSeries } from './seasonal-change.ts';
import { smoothedLevels } from './smoothed-level.ts';
import { smoothedSeries } from './seasonal-change.ts';

/** Columns: the season of the whole shop, what a series adds to it, the season of its market. */
export const COLUMN_COUNT = 3;

/** Series by week, log1p of units or of a market's volume; all have the same weeks. */
export interface DemandHistory {
  /** NaN where not known. */
  readonly own: readonly Float64Array[];
  /** The market of each series; null where none is known. */
  readonly market: readonly (Float64Array | null)[];
  readonly sameWeek: SameWeek;
}

/** A history smoothed at one rate. */
export interface SmoothedHistory {
  readonly own: readonly SmoothedSeries[];
  readonly market: readonly (SmoothedSeries | null)[];
  readonly sameWeek: SameWeek;
}

export function smoothHistory(
  { own, market, sameWeek }: DemandHistory,
  rate: number,
): SmoothedHistory {
  const smooth = (values: Float64Array) => smoothedSeries(values, smoothedLevels(values, rate));
  const markets = new Map<Float64Array, SmoothedSeries>();
  return {
    ...{ own: own.map(smooth), sameWeek },
    market: market.map((values) => {
      if (!values) return null;
      const found = markets.get(values) ?? smooth(values);
      markets.set(values, found);
      return found;
    }),
  };
}

/** Returns the columns of every series at one origin and target week: [series × COLUMN_COUNT]. What is not known is 0. */
export function seasonalColumns(
  { own, market, sameWeek }: SmoothedHistory,
  when: { readonly origin: number; readonly target: number },
): Float64Array {
  const changes = own.map((series) => seasonalChange(series, when, sameWeek));
  const known = changes.filter((change) => !Number.isNaN(change));
  const shop = known.length > 0 ? mean(known) : 0;
  const columns = new Float64Array(own.length * COLUMN_COUNT);
  for (const [i, change] of changes.entries()) {
    const at = i * COLUMN_COUNT;
    columns[at] = shop;
    columns[at + 1] = Number.isNaN(change) ? 0 : change - shop;
    const outside = market[i] ? seasonalChange(market[i], when, sameWeek) : NaN;
    columns[at + 2] = Number.isNaN(outside) ? 0 : outside;
  }
  return columns;
}

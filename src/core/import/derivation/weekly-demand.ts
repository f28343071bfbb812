// Adds up what a shop sold in each week, by category, from all counted lines: of launches and of products that were on sale
// before.

import {
  demandPanel,
  WEEK_DAYS,
  type DailyUnits,
  type DemandPanel,
} from '#core/demand/series/demand-panel.ts';
import { sum } from '#core/base/statistics/statistics.ts';
import type { OrderLines } from '../platform-files/orders/order-lines.ts';
import type { RecordGap } from '../platform-files/orders/record-gaps.ts';
import { categoryOf, type SoldProduct } from './sold-products.ts';
import { titleThemes } from './title-themes.ts';

export interface SoldSource {
  readonly lines: OrderLines;
  readonly sold: readonly SoldProduct[];
  readonly gaps: readonly RecordGap[];
  /** Days of the first and the last counted line. */
  readonly start: number;
  readonly end: number;
}

/** Categories with fewer units say nothing; of the others, the largest ones are kept. */
const LEAST_UNITS = 50;
const MOST_SERIES = 30;

/**
 * Returns weekly units by category, the largest first; by theme of the titles where most units have no category. Weeks
 * that no file covers are NaN.
 */
export function weeklyDemand({ lines, sold, gaps, start, end }: SoldSource): DemandPanel {
  const sales = namedSales(sold, lines);
  const panel = demandPanel(sales, { from: Math.floor(start), to: Math.floor(end) });
  for (const { units } of panel.series) withoutGaps(units, panel, gaps);
  const sized = panel.series.map((series) => ({ series, units: knownSum(series.units) }));
  return {
    ...panel,
    series: sized
      .filter(({ units }) => units >= LEAST_UNITS)
      .sort((a, b) => b.units - a.units || (a.series.name < b.series.name ? -1 : 1))
      .slice(0, MOST_SERIES)
      .map(({ series }) => series),
  };
}

/** Yields the sales of products that have a category or a theme: there may be a million. */
function* namedSales(sold: readonly SoldProduct[], lines: OrderLines): Generator<DailyUnits> {
  const names = productNames(sold, lines);
  for (const [i, product] of sold.entries()) {
    const name = names[i]!;
    if (name === '') continue;
    for (const line of product.sold)
      yield { name, day: Math.floor(lines.orderedAt[line]!), units: lines.quantity[line]! };
  }
}

function productNames(sold: readonly SoldProduct[], lines: OrderLines): string[] {
  const categories = sold.map((product) => categoryOf(product, lines));
  const unitsOf = (some: readonly SoldProduct[]) =>
    sum(some.flatMap(({ sold: own }) => own.map((line) => lines.quantity[line]!)));
  const named = sold.filter((_, i) => categories[i] !== '');
  if (unitsOf(named) * 2 >= unitsOf(sold)) return categories;
  return titleThemes(sold.map(({ listed, title }) => listed?.title ?? title));
}

function withoutGaps(
  units: Float64Array,
  { firstDay }: DemandPanel,
  gaps: readonly RecordGap[],
): void {
  for (const { from, until } of gaps) {
    const first = Math.max(0, Math.floor((from + 1 - firstDay) / WEEK_DAYS));
    const last = Math.floor((until - 1 - firstDay) / WEEK_DAYS);
    units.fill(NaN, first, Math.max(first, last + 1));
  }
}

function knownSum(units: Float64Array): number {
  return sum(units.filter((each) => !Number.isNaN(each)));
}

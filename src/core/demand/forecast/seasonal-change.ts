// How far earlier years went from their level to the same time of the year: what a season adds to the level of today.

import { MOST_YEARS, type SameWeek } from '../series/same-week.ts';

/** One series by week, smoothed in two ways. */
export interface SmoothedSeries {
  /** Level after each week, of log1p of units; NaN before the first. */
  readonly levels: Float64Array;
  /** Sums of the known values before each week, and their number: `[weeks + 1]`. */
  readonly sums: Float64Array;
  readonly counts: Uint32Array;
}

/** Weeks on each side whose mean stands for a week of an earlier year: two years' peaks seldom fall on the same week. */
const SIDE_WEEKS = 3;
/** Weeks that a level needs before it can be compared with. */
const LEVEL_WEEKS = 6;

export function smoothedSeries(values: Float64Array, levels: Float64Array): SmoothedSeries {
  const sums = new Float64Array(values.length + 1);
  const counts = new Uint32Array(values.length + 1);
  for (const [week, value] of values.entries()) {
    const isKnown = !Number.isNaN(value);
    sums[week + 1] = sums[week]! + (isKnown ? value : 0);
    counts[week + 1] = counts[week]! + (isKnown ? 1 : 0);
  }
  return { levels, sums, counts };
}

/**
 * Returns by how much earlier years changed from the week before `origin` to `target`, on the log1p scale, as the mean of the
 * years that are known; NaN where none is. Only weeks before `origin` are used.
 */
export function seasonalChange(
  { levels, sums, counts }: SmoothedSeries,
  { origin, target }: { readonly origin: number; readonly target: number },
  sameWeek: SameWeek,
): number {
  let [total, years] = [0, 0];
  for (let year = 1; year <= MOST_YEARS; year++) {
    const then = sameWeek(origin, year) - 1;
    const first = then + 1 - LEVEL_WEEKS;
    if (first < 0 || Number.isNaN(levels[first]!)) break;
    const week = sameWeek(target, year);
    const from = Math.max(0, week - SIDE_WEEKS);
    const to = Math.min(origin, week + SIDE_WEEKS + 1);
    const count = to > from ? counts[to]! - counts[from]! : 0;
    if (count === 0) continue;
    total += (sums[to]! - sums[from]!) / count - levels[then]!;
    years++;
  }
  return total / years;
}

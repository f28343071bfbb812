// What every earlier week knew, and what followed: the examples that weights and ranges are learnt from.

import { COLUMN_COUNT, seasonalColumns, type SmoothedHistory } from './seasonal-columns.ts';

/** One series, some weeks after one origin. */
export interface PastChange {
  readonly series: number;
  /** Number of weeks before the forecast. */
  readonly origin: number;
  /** 1 for the first week after the last known one. */
  readonly weeksAhead: number;
  /** From the level before the origin to the value, on the log1p scale. */
  readonly change: number;
  /** [COLUMN_COUNT]: what was known of the seasons at the origin. */
  readonly columns: Float64Array;
}

/** Weeks that a series must be known for before it is foreseen. */
export const LEAST_WEEKS = 10;
/** Origins that are learnt from, the latest ones: older ones tell little more and take time. */
const MOST_ORIGINS = 104;

/**
 * Returns all changes that are known, by origin.
 * @param own series by week, log1p of units; NaN where not known
 * @param mostWeeks weeks ahead that are looked at
 */
export function pastChanges(
  own: readonly Float64Array[],
  smoothed: SmoothedHistory,
  mostWeeks: number,
): PastChange[] {
  const weeks = own[0]?.length ?? 0;
  const found: PastChange[] = [];
  for (let origin = Math.max(LEAST_WEEKS, weeks - MOST_ORIGINS); origin < weeks; origin++) {
    const old = [...own.keys()].filter((series) => isOldEnough(smoothed, series, origin));
    const last = old.length === 0 ? origin : Math.min(weeks, origin + mostWeeks);
    for (let target = origin; target < last; target++) {
      const all = seasonalColumns(smoothed, { origin, target });
      const changes = old.map((series) => ({
        ...{ series, origin, weeksAhead: target - origin + 1 },
        change: own[series]![target]! - smoothed.own[series]!.levels[origin - 1]!,
        columns: columnsOf(all, series),
      }));
      found.push(...changes.filter(({ change }) => !Number.isNaN(change)));
    }
  }
  return found;
}

/** Returns what one series has of the columns of all. */
export function columnsOf(all: Float64Array, series: number): Float64Array {
  return all.subarray(series * COLUMN_COUNT, (series + 1) * COLUMN_COUNT);
}

/** Returns the change that weights expect of columns. */
export function expectedChange(columns: Float64Array, weights: Float64Array): number {
  return columns.reduce((total, column, k) => total + column * weights[k]!, 0);
}

function isOldEnough({ own }: SmoothedHistory, series: number, origin: number): boolean {
  return !Number.isNaN(own[series]!.levels[origin - LEAST_WEEKS]!);
}

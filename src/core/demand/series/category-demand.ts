import type { Day } from '#core/base/dates.ts';
import { WEEK_DAYS } from './demand-panel.ts';

/** How demand differs from its usual level, week by week. */
export interface DemandIndex {
  /** The Monday on which the first week begins. */
  readonly firstDay: Day;
  readonly series: readonly CategoryDemand[];
  /**
   * Whether a shop in its first year borrows the market's demand. Absent where it does not.
   */
  readonly isBorrowed?: boolean | undefined;
}

export interface CategoryDemand {
  readonly category: string;
  /**
   * Log of the demand expected over the horizon of a launch in this week, over the mean of all past weeks; 0 where it is not
   * known. Past weeks say what could be known before them, later ones what is foreseen.
   */
  readonly logs: Float32Array;
}

/** Returns each category's log of demand in the week of a day, [series]; 0 where it is not known. */
export function demandOn({ firstDay, series }: DemandIndex, day: Day): Float32Array {
  const week = Math.floor((day - firstDay) / WEEK_DAYS);
  return Float32Array.from(series, ({ logs }) => logs[week] ?? 0);
}

/** Returns whether the market, of which a shop in its first year borrows, shows what season a day is in. */
export function isBorrowedOn({ firstDay, series, isBorrowed }: DemandIndex, day: Day): boolean {
  const weeks = series[0]?.logs.length ?? 0;
  return isBorrowed === true && day >= firstDay && day < firstDay + WEEK_DAYS * weeks;
}

/** Returns whether a category's season is borrowed from the market. */
export function borrowsSeason(demand: DemandIndex | undefined, category: string): boolean {
  return demand?.isBorrowed === true && demand.series.some((each) => each.category === category);
}

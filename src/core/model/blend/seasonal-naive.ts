// Baseline "same week last year": the units that sold at the same time one year before.

import type { LaunchTable } from '#core/launch/launch-table.ts';
import { median } from '#core/base/statistics/statistics.ts';

const DAYS_A_WEEK = 7;
/** 52 weeks, so that weekdays stay aligned. */
const WEEKS_A_YEAR = 52;
/**
 * Most weeks of the window on either side. Launches are rarely in exactly the same week, so it widens week by week
 * until it has a launch.
 */
const MOST_WEEKS_AWAY = 4;

/**
 * Returns a predictor of units by row: the median of the category's launches in the same week one year before. Where
 * that week has none, it uses the weeks around it; where the category has none, all categories; else `fallback`.
 * @param known row numbers known when predictions are made
 */
export function lastYearPredictor(
  table: LaunchTable,
  known: Uint32Array,
): (row: number, fallback: number) => number {
  const { launchDay, units } = table;
  const byCategory = new Map<string, number[]>();
  for (const row of known) {
    const category = table.category[row]!;
    const own = byCategory.get(category);
    if (own) own.push(row);
    else byCategory.set(category, [row]);
  }
  const all = Array.from(known);
  return (row, fallback) => {
    const sameWeek = launchDay[row]! - WEEKS_A_YEAR * DAYS_A_WEEK;
    for (const rows of [byCategory.get(table.category[row]!) ?? [], all]) {
      for (let weeks = 0; weeks <= MOST_WEEKS_AWAY; weeks++) {
        const reach = DAYS_A_WEEK * (weeks + 0.5);
        const near = rows.filter((other) => Math.abs(launchDay[other]! - sameWeek) <= reach);
        if (near.length > 0) return median(near.map((other) => units[other]!));
      }
    }
    return fallback;
  };
}

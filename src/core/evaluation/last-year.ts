// "As last year": what one would expect who looks up what sold at the same time a year before.

import type { LaunchTable } from '../launch/launch-table.ts';
import { median } from '../statistics.ts';

const DAYS_A_WEEK = 7;
/** So that a weekday stays itself. */
const WEEKS_A_YEAR = 52;
/** Launches are seldom in the very same week: so many before and after it count as well, as soon as one of them has any. */
const MOST_WEEKS_AWAY = 4;

/**
 * Gives for a row the median units of the category's launches in the same week a year before, of the weeks around it where it had none,
 * of all categories' launches then where the category had none at all; else `fallback`.
 * @param known rows that are known when predictions are made
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

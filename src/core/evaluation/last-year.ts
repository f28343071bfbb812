// "As last year": what one would expect who looks up what sold at the same time a year before.

import type { LaunchTable } from '../launch/launch-table.ts';
import { median } from '../statistics.ts';

const DAYS_A_WEEK = 7;
/** So that a weekday stays itself. */
const WEEKS_A_YEAR = 52;
/** Launches are seldom in the very same week: so many before and after it count as well, as soon as one of them has any. */
const MOST_WEEKS_AWAY = 4;

/**
 * Median units of the category's launches in the same week a year before, of the weeks around it where it had none, of all
 * categories' launches then where the category had none at all; else `fallback`.
 * @param known rows that are known when predictions are made
 */
export function predictLastYear(
  table: LaunchTable,
  row: number,
  { known, fallback }: { readonly known: Uint32Array; readonly fallback: number },
): number {
  const sameWeek = table.launchDay[row]! - WEEKS_A_YEAR * DAYS_A_WEEK;
  const ofCategory = known.filter((other) => table.category[other] === table.category[row]);
  for (const rows of [ofCategory, known]) {
    for (let weeks = 0; weeks <= MOST_WEEKS_AWAY; weeks++) {
      const near = rows.filter(
        (other) => Math.abs(table.launchDay[other]! - sameWeek) <= DAYS_A_WEEK * (weeks + 0.5),
      );
      if (near.length > 0) return median(Array.from(near, (other) => table.units[other]!));
    }
  }
  return fallback;
}

import type { LaunchTable } from '#core/launch/launch-table.ts';
import { knownWeeks } from '#core/model/outcomes/weekly-curve.ts';
import type { AdoptedPlan } from '../entries/adopted-plan.ts';
import { launchedOn, SAME_LAUNCH_DAYS } from '../entries/results-as-launches.ts';

/**
 * Returns the units of the first `after` weeks of an adopted plan's launch, where its data set has them, as after orders
 * were imported again; else null.
 */
export function weeksOfEntry(
  table: LaunchTable,
  entry: AdoptedPlan,
  after: number,
): readonly number[] | null {
  const day = launchedOn(entry);
  const row = table.productId.findIndex(
    (id, i) => id === entry.product.id && Math.abs(table.launchDay[i]! - day) <= SAME_LAUNCH_DAYS,
  );
  if (row < 0 || knownWeeks(table, row) < after) return null;
  return table.weeklyUnits!.slice(0, after).map((week) => week[row]!);
}

import type { LaunchTable } from '#core/launch/launch-table.ts';
import { normalSpread, sum } from '#core/base/statistics/statistics.ts';
import { isSoldOut } from './censored-demand.ts';
import { curveOf, knownWeeks, shareSoldBy, type WeeklyCurves } from './weekly-curve.ts';

/** With fewer launches the noise is not estimated. */
const LEAST_LAUNCHES = 20;

/**
 * Returns how far the first weeks of a launch stray from its weekly curve: the robust standard deviation of log1p(units
 * by the end of week `after`), about log1p of the curve's share of the units by the end of week `until`. null where
 * fewer than 20 launches that did not sell out know all these weeks.
 */
export function earlyNoise(
  table: LaunchTable,
  curves: WeeklyCurves,
  { after, until }: { readonly after: number; readonly until: number },
): number | null {
  const errors: number[] = [];
  for (let row = 0; row < table.rowCount; row++) {
    if (isSoldOut(table, row) || knownWeeks(table, row) < until) continue;
    const soldBy = (weeks: number) =>
      sum(table.weeklyUnits!.slice(0, weeks).map((week) => week[row]!));
    const total = soldBy(until);
    if (total <= 0) continue;
    const curve = curveOf(curves, table.category[row]!);
    const expected = (total * shareSoldBy(curve, after)) / shareSoldBy(curve, until);
    errors.push(Math.log1p(soldBy(after)) - Math.log1p(expected));
  }
  return errors.length < LEAST_LAUNCHES ? null : normalSpread(errors);
}

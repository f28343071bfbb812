// How far the last weeks of past launches were from what the weeks before them predict: a line of log1p(later units) over
// log1p(units before), least squares.

import { fitResiduals, type Residuals } from '#core/model/blend/conformal-ranges.ts';
import { soldOutFlags } from '#core/model/outcomes/censored-demand.ts';
import { knownWeeks } from '#core/model/outcomes/weekly-curve.ts';
import { mean, sum } from '#core/base/statistics/statistics.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';

const LEAST_LAUNCHES = 20;

/**
 * Returns residuals of log1p(units) of the weeks from `after` up to `until`, over launches that did not sell out; null where
 * these weeks are known for too few.
 */
export function lateErrors(
  table: LaunchTable,
  { after, until }: { readonly after: number; readonly until: number },
): Residuals | null {
  const soldOut = soldOutFlags(table, Uint32Array.from(table.launchDay.keys()));
  const rows = [...table.launchDay.keys()].filter(
    (row) => !soldOut[row] && knownWeeks(table, row) >= until,
  );
  if (rows.length < LEAST_LAUNCHES) return null;
  const units = (from: number, to: number) =>
    rows.map((row) => sum(table.weeklyUnits!.slice(from, to).map((week) => week[row]!)));
  const before = units(0, after).map(Math.log1p);
  const later = units(after, until);
  const logs = later.map(Math.log1p);
  const [centre, usual] = [mean(before), mean(logs)];
  const square = sum(before.map((x) => (x - centre) ** 2));
  const product = sum(before.map((x, i) => (x - centre) * (logs[i]! - usual)));
  const slope = square > 0 ? product / square : 0;
  return fitResiduals(
    later,
    before.map((x) => usual + slope * (x - centre)),
  );
}

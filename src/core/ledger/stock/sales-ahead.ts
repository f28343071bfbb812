// Projects the sales of stock on hand. Weekly sales in the stock list come first. Otherwise the weeks of the product's
// launch are continued along the weekly curve. After its twelve weeks, the level of the last four is kept.

import type { Day } from '#core/base/dates.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import {
  curveOf,
  knownWeeks,
  shareSoldBy,
  type WeeklyCurves,
} from '#core/model/outcomes/weekly-curve.ts';
import { WEEKS } from '#core/launch/weekly-headers.ts';
import { mean, sum } from '#core/base/statistics/statistics.ts';
import type { StockItem } from './stock-list.ts';

export interface SalesAhead {
  readonly source: 'list' | 'launch';
  /** Units expected to be sold within each number of weeks from now, from 0 to LAST_WEEK. */
  readonly soldByWeek: readonly number[];
}

export interface SalesHistory {
  readonly table: LaunchTable;
  /** null: weeks are known for too few launches. */
  readonly curves: WeeklyCurves | null;
  /** Days over which the table's units are counted. */
  readonly horizonDays: number;
}

/** Longest projection, in weeks. */
export const LAST_WEEK = 104;
const WEEK_DAYS = 7;
const TAIL_WEEKS = 4;

/**
 * Projects the sales of an item; null where neither the list nor the history shows how it sells.
 * @param row of the product's launch in the history
 */
export function salesAhead(
  item: Pick<StockItem, 'weeklyUnits'>,
  row: number | null,
  { asOf, ...history }: SalesHistory & { readonly asOf: Day },
): SalesAhead | null {
  if (item.weeklyUnits !== null) {
    const pace = item.weeklyUnits;
    return { source: 'list', soldByWeek: weeksAhead((weeks) => pace * weeks) };
  }
  const { table, curves } = history;
  if (row === null || !curves) return null;
  const curve = curveOf(curves, table.category[row]!);
  const told = soldSoFar(history, row);
  if (!told) return null;
  const total = told.units / shareSoldBy(curve, told.weeks);
  const tail = mean(curve.shares.slice(-TAIL_WEEKS));
  const soldBy = (weeks: number) =>
    total * (shareSoldBy(curve, weeks) + tail * Math.max(0, weeks - WEEKS));
  const age = Math.max(0, asOf - table.launchDay[row]!) / WEEK_DAYS;
  return {
    source: 'launch',
    soldByWeek: weeksAhead((weeks) => soldBy(age + weeks) - soldBy(age)),
  };
}

/** Returns the units sold within this many weeks; parts of weeks are interpolated. */
export function soldWithin({ soldByWeek }: SalesAhead, weeks: number): number {
  const below = Math.min(LAST_WEEK - 1, Math.max(0, Math.floor(weeks)));
  const step = soldByWeek[below + 1]! - soldByWeek[below]!;
  return soldByWeek[below]! + step * Math.max(0, weeks - below);
}

/** Returns the weeks from now until this many units are sold; null: not within LAST_WEEK. */
export function weeksUntil({ soldByWeek }: SalesAhead, units: number): number | null {
  const after = soldByWeek.findIndex((sold) => sold >= units);
  if (after <= 0) return after < 0 ? null : 0;
  const [from, to] = [soldByWeek[after - 1]!, soldByWeek[after]!];
  return after - 1 + (units - from) / (to - from);
}

/** Returns the units so far, from the weekly units, else from the units of the horizon. */
function soldSoFar(
  { table, horizonDays }: SalesHistory,
  row: number,
): { readonly units: number; readonly weeks: number } | null {
  const weeks = knownWeeks(table, row);
  if (weeks > 0)
    return { weeks, units: sum(table.weeklyUnits!.slice(0, weeks).map((w) => w[row]!)) };
  const units = table.units[row]!;
  return Number.isNaN(units) ? null : { units, weeks: horizonDays / WEEK_DAYS };
}

function weeksAhead(soldBy: (weeks: number) => number): number[] {
  return Array.from({ length: LAST_WEEK + 1 }, (_, weeks) => soldBy(weeks));
}

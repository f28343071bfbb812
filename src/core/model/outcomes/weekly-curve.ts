// Fits how the units of a launch's first twelve weeks spread over them, from past launches. Weeks that are not over yet
// count as unknown, not as zeros. Launches that sold out are left out, because their later weeks show the stock and not
// the demand. The curve is built from growth factors, each over the launches for which both of its weeks are known
// (chain ladder: Mack 1993).

import type { LaunchTable } from '#core/launch/launch-table.ts';
import { ownValue } from '#core/base/lookup.ts';
import { soldOutFlags } from './censored-demand.ts';
import { WEEKS } from '#core/launch/weekly-headers.ts';
import { countTexts, sum } from '#core/base/statistics/statistics.ts';

export interface WeeklyCurve {
  /** Share of twelve weeks' units in each week since launch; twelve values that sum to 1. */
  readonly shares: readonly number[];
  /** Launches that the curve is fitted on: those of the category, where it has some. */
  readonly launchCount: number;
}

export interface WeeklyCurves {
  readonly overall: WeeklyCurve;
  /** Curve of each category, shrunk towards that of all launches; the fewer launches, the more. */
  readonly byCategory: Readonly<Record<string, WeeklyCurve>>;
}

/** With fewer launches there is no curve. A launch counts if it knows at least `LEAST_WEEKS` weeks. */
const LEAST_LAUNCHES = 20;
const LEAST_WEEKS = 8;
/** Fewest launches that must know all twelve weeks. */
const LEAST_WHOLE = 5;
/** Launches at which a category's own curve has the same weight as the curve of all launches. */
const AS_MUCH_AS_ALL = 20;

/** Fits the curves of all launches and of each category; null where the history has no units by week, or too few. */
export function fitWeeklyCurves(table: LaunchTable): WeeklyCurves | null {
  const soldOut = soldOutFlags(table, Uint32Array.from(table.launchDay.keys()));
  const rows = [...table.launchDay.keys()].filter((row) => !soldOut[row] && tellsCurve(table, row));
  const whole = rows.filter((row) => knownWeeks(table, row) === WEEKS);
  if (rows.length < LEAST_LAUNCHES || whole.length < LEAST_WHOLE) return null;
  const overall = { shares: sharesOf(table, rows), launchCount: rows.length };
  const categories = countTexts(rows.map((row) => table.category[row]!));
  return {
    overall,
    byCategory: Object.fromEntries(
      categories.map(([category, launchCount]): [string, WeeklyCurve] => {
        const own = sharesOf(
          table,
          rows.filter((row) => table.category[row] === category),
        );
        const weight = launchCount / (launchCount + AS_MUCH_AS_ALL);
        const shares = overall.shares.map((share, week) => share + weight * (own[week]! - share));
        return [category, { shares, launchCount }];
      }),
    ),
  };
}

/** Returns the category's curve, or the curve of all launches where the category has none. */
export function curveOf({ byCategory, overall }: WeeklyCurves, category: string): WeeklyCurve {
  return ownValue(byCategory, category) ?? overall;
}

/**
 * Returns the share of twelve weeks' units that is sold in the first `weeks` weeks; the last may be a part of a week.
 */
export function shareSoldBy({ shares }: WeeklyCurve, weeks: number): number {
  return sum(shares.map((share, week) => share * Math.min(1, Math.max(0, weeks - week))));
}

/** Returns how many weeks since launch are known without a gap; 0 where none is. */
export function knownWeeks({ weeklyUnits }: LaunchTable, row: number): number {
  if (!weeklyUnits) return 0;
  const unknown = weeklyUnits.findIndex((week) => Number.isNaN(week[row]!));
  return unknown < 0 ? WEEKS : unknown;
}

function tellsCurve(table: LaunchTable, row: number): boolean {
  const weeks = knownWeeks(table, row);
  return weeks >= LEAST_WEEKS && soldBy(table, row, weeks) > 0;
}

function soldBy({ weeklyUnits }: LaunchTable, row: number, weeks: number): number {
  return sum(weeklyUnits!.slice(0, weeks).map((week) => week[row]!));
}

/**
 * Each launch is weighted by the square root of its units. Weighted by units, a few launches would decide; unweighted,
 * the noise of slow sellers would.
 */
function sharesOf(table: LaunchTable, rows: readonly number[]): number[] {
  const launches = rows.map((row) => {
    const weeks = knownWeeks(table, row);
    const total = soldBy(table, row, weeks);
    const cumulated = Array.from({ length: weeks }, (_, i) => soldBy(table, row, i + 1));
    return { weeks, cumulated: cumulated.map((units) => units / Math.sqrt(total)) };
  });
  const first = sum(launches.map(({ cumulated }) => cumulated[0]!));
  const all = [first];
  for (let week = 1; week < WEEKS; week++) {
    const both = launches.filter(({ weeks }) => weeks > week);
    const before = sum(both.map(({ cumulated }) => cumulated[week - 1]!));
    const after = sum(both.map(({ cumulated }) => cumulated[week]!));
    // Before the first sale there is no growth factor, so the units are added as they are.
    const known = all[week - 1]!;
    all.push(before > 0 ? (known * after) / before : known + after);
  }
  const total = all.at(-1)!;
  return all.map((units, week) => (units - (all[week - 1] ?? 0)) / total);
}

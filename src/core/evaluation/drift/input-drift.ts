// Tests whether the newest launches differ from earlier ones in prices, categories, channels, promotions and units for
// the month. A shift is clear where it is more than chance and large enough to matter.

import { rowsByDate, splitByTime } from '#core/model/features/time-split.ts';
import { measuredRows, type LaunchTable } from '#core/launch/launch-table.ts';
import { monthOf, type Day } from '#core/base/dates.ts';
import { finite, mean } from '#core/base/statistics/statistics.ts';
import { chiSquare, countedLevels } from '#core/base/statistics/chi-square.ts';
import { holm } from '#core/base/statistics/holm.ts';
import { kolmogorovSmirnov, type SampleTest } from '#core/base/statistics/kolmogorov-smirnov.ts';
import {
  countedInTenths,
  NOTICEABLE_SHIFT,
  populationStability,
} from '#core/base/statistics/population-stability.ts';

export const DRIFT_INPUTS = ['price', 'category', 'channel', 'promotion', 'units'] as const;
export type DriftInput = (typeof DRIFT_INPUTS)[number];

export interface InputShift extends SampleTest {
  readonly input: DriftInput;
  /** p-value adjusted over all compared inputs (Holm). */
  readonly adjustedChance: number;
  /** Population stability index of the shift. */
  readonly stability: number;
  /** For prices and units: the newest as a multiple of the earlier ones, by geometric means. null for levels. */
  readonly factor: number | null;
  /** For levels: the one whose share changed most, with its shares before and now. null for prices and units. */
  readonly level: { readonly name: string; readonly before: number; readonly now: number } | null;
  /** Whether the shift is more than chance, and not small. */
  readonly isClear: boolean;
}

export interface InputDrift {
  readonly newestCount: number;
  readonly beforeCount: number;
  /** Shifts of all inputs that the history has, clear or not. */
  readonly shifts: readonly InputShift[];
}

/** Significance level: chance alone warns in one of a hundred checks. */
export const DRIFT_LEVEL = 0.01;
/** Least number of launches on either side of a comparison. */
export const LEAST_NEWEST = 20;

/**
 * Compares the newest launches with all earlier ones.
 * @param learntUntil last launch day that the model was trained on; launches after it are the newest. Where these are
 *   too few, or the day is not known, the newest are those of the test set.
 * @returns null where there are too few launches to compare
 */
export function inputDrift(table: LaunchTable, learntUntil: Day | null): InputDrift | null {
  const since = learntUntil ?? Infinity;
  const added = table.launchDay.reduce((count, day) => count + Number(day > since), 0);
  const isSinceModel = added >= LEAST_NEWEST && table.rowCount - added >= LEAST_NEWEST;
  const inOrder = rowsByDate(table);
  const newestCount = isSinceModel ? added : checkedCount(table, inOrder);
  if (newestCount < LEAST_NEWEST) return null;
  const before = [...inOrder.slice(0, -newestCount)];
  const newest = [...inOrder.slice(-newestCount)];
  const found = DRIFT_INPUTS.flatMap((input) => shiftOf(input, table, before, newest) ?? []);
  const adjusted = holm(found.map(({ chance }) => chance));
  const shifts = found.map((shift, i) => ({
    ...shift,
    adjustedChance: adjusted[i]!,
    isClear: adjusted[i]! < DRIFT_LEVEL && shift.stability >= NOTICEABLE_SHIFT,
  }));
  return { newestCount, beforeCount: before.length, shifts };
}

/** Returns the number of launches from the test set's first one on, so that pages mean the same newest launches. */
function checkedCount(table: LaunchTable, inOrder: Uint32Array): number {
  if (measuredRows(table, inOrder).length < LEAST_NEWEST) return 0;
  const [first] = splitByTime(table).test;
  return first === undefined ? 0 : table.rowCount - inOrder.indexOf(first);
}

type Shift = Omit<InputShift, 'adjustedChance' | 'isClear'>;
type Rows = readonly number[];

/** Returns the shift of an input; null where too few launches have it. */
function shiftOf(input: DriftInput, table: LaunchTable, before: Rows, newest: Rows): Shift | null {
  if (input === 'price' || input === 'units') {
    const values = input === 'price' ? logPrices(table) : monthlyLogUnits(table, before);
    const of = (rows: Rows): number[] => finite(rows.map((row) => values[row]!));
    return numberShift(input, of(before), of(newest));
  }
  const levels = table[input];
  const of = (rows: Rows): string[] => rows.map((row) => levels[row]!).filter((level) => level);
  return levelShift(input, of(before), of(newest));
}

function numberShift(input: DriftInput, a: readonly number[], b: readonly number[]): Shift | null {
  if (a.length < LEAST_NEWEST || b.length < LEAST_NEWEST) return null;
  return {
    input,
    ...kolmogorovSmirnov(a, b),
    stability: populationStability(countedInTenths(a, b)),
    factor: Math.exp(mean(b) - mean(a)),
    level: null,
  };
}

function levelShift(input: DriftInput, a: readonly string[], b: readonly string[]): Shift | null {
  if (a.length < LEAST_NEWEST || b.length < LEAST_NEWEST) return null;
  const shareIn = (levels: readonly string[], name: string): number =>
    levels.filter((level) => level === name).length / levels.length;
  const shares = [...new Set([...a, ...b])].map((name) => ({
    name,
    before: shareIn(a, name),
    now: shareIn(b, name),
  }));
  const [level] = shares.sort((x, y) => Math.abs(y.now - y.before) - Math.abs(x.now - x.before));
  return {
    input,
    ...chiSquare(a, b),
    stability: populationStability(countedLevels(a, b)),
    factor: null,
    level: level ?? null,
  };
}

function logPrices({ listPrice, salePrice }: LaunchTable): Float64Array {
  return listPrice.map((price, row) => Math.log(Number.isNaN(price) ? salePrice[row]! : price));
}

/**
 * Returns log1p(units) less the mean of the same calendar month before; NaN where that month has no launches before.
 */
function monthlyLogUnits({ units, launchDay }: LaunchTable, before: Rows): Float64Array {
  const sums = Array.from({ length: 12 }, () => ({ total: 0, count: 0 }));
  for (const row of before) {
    const log = Math.log1p(units[row]!);
    if (Number.isNaN(log)) continue;
    const month = sums[monthOf(launchDay[row]!)]!;
    month.total += log;
    month.count += 1;
  }
  return units.map((value, row) => {
    const { total, count } = sums[monthOf(launchDay[row]!)]!;
    return Math.log1p(value) - total / count;
  });
}

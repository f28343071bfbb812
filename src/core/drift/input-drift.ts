// Whether the newest launches are of another kind than those before: their prices, categories, channels, promotions, and what they sold
// for the month. A shift is told where it is more than chance and large enough to matter.

import { rowsByDate, splitByTime } from '../features/split.ts';
import { measuredRows, type LaunchTable } from '../launch/launch-table.ts';
import { monthOf, type Day } from '../dates.ts';
import { finite, mean } from '../statistics.ts';
import { chiSquare, countedLevels } from './chi-square.ts';
import { holm } from './holm.ts';
import { kolmogorovSmirnov, type SampleTest } from './kolmogorov-smirnov.ts';
import { countedInTenths, NOTICEABLE_SHIFT, populationStability } from './population-stability.ts';

export const DRIFT_INPUTS = ['price', 'category', 'channel', 'promotion', 'units'] as const;
export type DriftInput = (typeof DRIFT_INPUTS)[number];

export interface InputShift extends SampleTest {
  readonly input: DriftInput;
  /** Over all inputs that were compared, by Holm. */
  readonly adjustedChance: number;
  /** Population stability index. */
  readonly stability: number;
  /** Of prices and units: how many times as high the newest are, by their geometric mean. */
  readonly factor: number | null;
  /** Of levels: the one whose share changed most, and its shares before and now. */
  readonly level: { readonly name: string; readonly before: number; readonly now: number } | null;
  /** More than chance, and no small shift. */
  readonly isClear: boolean;
}

export interface InputDrift {
  readonly newestCount: number;
  readonly beforeCount: number;
  /** Inputs that the history has, whatever was found. */
  readonly shifts: readonly InputShift[];
}

/** Chance alone warns in one of a hundred looks. */
export const DRIFT_LEVEL = 0.01;
/** Fewer newest launches tell nothing. */
export const LEAST_NEWEST = 20;

/**
 * @param learntUntil the last launch day that the model had learnt: what came after it is the newest, or those that a model is checked
 *   on where that is little or the day is not known
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

/** As many as a model is checked on, so that pages speak of the same newest launches. */
function checkedCount(table: LaunchTable, inOrder: Uint32Array): number {
  if (measuredRows(table, inOrder).length < LEAST_NEWEST) return 0;
  const [first] = splitByTime(table).test;
  return first === undefined ? 0 : table.rowCount - inOrder.indexOf(first);
}

type Shift = Omit<InputShift, 'adjustedChance' | 'isClear'>;
type Rows = readonly number[];

/** null where too few launches know it. */
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

/** log1p(units) less the mean of the same calendar month before; a month that was not there before gives NaN. */
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

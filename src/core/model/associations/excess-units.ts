// What a group's launches add to another group's sales: a difference-in-differences with a dose. Sales in weeks with running
// launches are compared with those of clean weeks, and with other groups in the same weeks.

import { invert, pairsOf, pairTimes, type Pairs } from '#core/model/ridge/symmetric.ts';
import type { CleanWeeks } from './clean-weeks.ts';

export interface Excess {
  /** Extra units for each launch, over the weeks of its window. */
  readonly units: number;
  /** Weight of each week's ratio in `units`, [weeks]; 0 for weeks that are not compared. */
  readonly weights: Float64Array;
  /** [weeks] What the model does not explain; NaN for weeks that are not compared. */
  readonly residuals: Float64Array;
  /** Effective number of parameters. */
  readonly parameters: number;
}

export interface ExcessInput {
  /** [weeks] Units of the other group over its level. */
  readonly ratio: Float64Array;
  readonly level: Float64Array;
  /** [weeks] Median ratio of the groups that are neither. */
  readonly common: Float64Array;
  /** Launches of the groups whose effects are modelled beside. */
  readonly beside: readonly LaunchesBeside[];
  /** Variance of a week's ratio. */
  readonly noise: number;
}

export interface LaunchesBeside {
  /** [weeks] Running launches. */
  readonly running: ArrayLike<number>;
  /** Standard deviation, around 0, of what one running launch adds to a ratio. */
  readonly spread: number;
}

const WEEKS_A_YEAR = 365.25 / 7;
/** How far a group may follow the common weeks more or less than others do: the penalty of its loading's distance from 1. */
const LOADING_PENALTY = 1;
const WEEKS_FOR_HALF_YEARS = 100;
const WEEKS_FOR_YEARS = 50;

/**
 * A group's ratio is its mean, a trend, the common weeks (with a loading drawn towards 1), where the log is a year long
 * its own season, what each running launch adds, and what the running launches of other groups add (each drawn towards
 * 0, as a random effect). What a launch adds, times the level in its window, is the effect. It is linear in the ratios;
 * `weights` says how.
 */
export function excessUnits(input: ExcessInput, weeks: CleanWeeks): Excess {
  const { ratio, level, common } = input;
  const columns = columnsOf(input, weeks.running);
  const inverse = invertedGram(columns, weeks.compared);
  const target = ratio.map((each, week) => each - common[week]!);
  const fitted = pairTimes(
    inverse,
    sumsOver(columns, weeks.compared, (week) => target[week]!),
  );
  const inWindows = weeks.running.reduce((sum, count, week) => sum + count * level[week]!, 0);
  const perLaunch = inWindows / weeks.wholeLaunches;
  const only = new Float64Array(columns.length);
  only[OWN] = perLaunch;
  const reached = pairTimes(inverse, only);
  const weights = new Float64Array(ratio.length);
  const residuals = new Float64Array(ratio.length).fill(NaN);
  for (const week of weeks.compared) {
    weights[week] = at(columns, week, reached);
    residuals[week] = target[week]! - at(columns, week, fitted);
  }
  const units = fitted[OWN]! * perLaunch;
  return { units, weights, residuals, parameters: effectiveSize(columns, inverse) };
}

/** Place of the launches whose effect is wanted. */
const OWN = 0;

interface Column {
  /** [weeks] */
  readonly values: ArrayLike<number>;
  readonly penalty: number;
}

/** Makes the matrix of a season that few clean weeks show invertible. */
const TINY = 1e-6;

function columnsOf({ common, beside, noise }: ExcessInput, own: ArrayLike<number>): Column[] {
  const weekCount = common.length;
  const centre = common.reduce((total, each) => total + each, 0) / weekCount;
  const free = (valueAt: (week: number) => number): Column => ({
    values: common.map((_, week) => valueAt(week)),
    penalty: TINY,
  });
  const harmonics = (turns: number): Column[] =>
    [0, Math.PI / 2].map((shift) =>
      free((week) => Math.cos((2 * Math.PI * turns * week) / WEEKS_A_YEAR - shift)),
    );
  return [
    { values: own, penalty: TINY },
    free(() => 1),
    free((week) => week / weekCount - 0.5),
    ...(weekCount >= WEEKS_FOR_YEARS ? harmonics(1) : []),
    ...(weekCount >= WEEKS_FOR_HALF_YEARS ? harmonics(2) : []),
    { values: common.map((each) => each - centre), penalty: LOADING_PENALTY },
    ...beside.map(({ running, spread }) => ({ values: running, penalty: noise / spread ** 2 })),
  ];
}

function invertedGram(columns: readonly Column[], weeks: readonly number[]): Pairs {
  const gram = pairsOf(columns.length, (i, j) => {
    const [a, b] = [columns[i]!.values, columns[j]!.values];
    let total = i === j ? columns[i]!.penalty : 0;
    for (const week of weeks) total += a[week]! * b[week]!;
    return total;
  });
  return invert(gram, columns.length);
}

function at(columns: readonly Column[], week: number, factors: Float64Array): number {
  let total = 0;
  for (let i = 0; i < columns.length; i++) total += columns[i]!.values[week]! * factors[i]!;
  return total;
}

/** Trace of the matrix that makes fitted values of ratios. */
function effectiveSize(columns: readonly Column[], inverse: Pairs): number {
  return columns.reduce(
    (size, { penalty }, i) => size - penalty * inverse[((i + 1) * (i + 2)) / 2 - 1]!,
    columns.length,
  );
}

function sumsOver(
  columns: readonly Column[],
  weeks: readonly number[],
  valueOf: (week: number) => number,
): Float64Array {
  return Float64Array.from(columns, ({ values }) => {
    let total = 0;
    for (const week of weeks) total += values[week]! * valueOf(week);
    return total;
  });
}

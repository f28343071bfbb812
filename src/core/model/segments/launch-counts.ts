// How many past buyers return for a launch, or how much they buy of it: a regression of the logarithm, and a range from
// what earlier regressions missed by on the launches after them.

import type { Day } from '#core/base/dates.ts';
import { HORIZON_DAYS } from '#core/launch/launch-table.ts';
import { mean } from '#core/base/statistics/statistics.ts';
import type { LaunchAppeal } from './launch-appeal.ts';
import { missRange, spreadAt, type Miss, type MissRange } from './miss-range.ts';

/** Launches in the order of their days, with what came. */
export interface CountedLaunch {
  readonly day: Day;
  readonly appeal: LaunchAppeal;
  readonly count: number;
}

export interface CountModel extends MissRange {
  /** Coefficients of `countInputs`, after the intercept. */
  readonly coefficients: readonly number[];
  readonly launches: number;
}

export interface CountRange {
  readonly middle: number;
  readonly low90: number;
  readonly high90: number;
}

/** Added to counts before their logarithm is taken. */
const HALF = 0.5;
const PENALTY = 3;
const LEVEL_LAUNCHES = 20;
const LEAST_LEARNT = 25;

/** Returns the logarithm that the models work on. */
export function logCount(count: number): number {
  return Math.log(count + HALF);
}

/** Returns the mean log count of the last launches; 0 without any. */
export function levelOf(counts: readonly number[]): number {
  const last = counts.slice(-LEVEL_LAUNCHES);
  return last.length > 0 ? mean(last.map(logCount)) : 0;
}

/**
 * Returns the fitted model; null with fewer than twice the launches that a first regression needs. Misses are those of
 * studies made every 28 days: each knows the launches that were over on its day, and is asked about the next 28 days.
 */
export function fitCounts(launches: readonly CountedLaunch[]): CountModel | null {
  if (launches.length < 2 * LEAST_LEARNT) return null;
  const logs = launches.map(({ count }) => logCount(count));
  const { inputs, misses } = studiesOf(launches, logs);
  if (misses.length < LEAST_LEARNT) return null;
  const coefficients = regression(inputs, logs);
  return { coefficients, launches: launches.length, ...missRange(misses, LEAST_LEARNT) };
}

/** Returns the inputs of all launches as studies every 28 days knew them, and what those missed by. */
function studiesOf(launches: readonly CountedLaunch[], logs: readonly number[]) {
  const days = launches.map(({ day }) => day);
  const inputs: number[][] = [];
  const misses: Miss[] = [];
  while (inputs.length < launches.length) {
    const from = inputs.length;
    const studied = days[from]!;
    const over = days.findIndex((day) => day + HORIZON_DAYS > studied);
    const until = days.filter((day) => day < studied + HORIZON_DAYS).length;
    const level = levelOf(launches.slice(0, over).map(({ count }) => count));
    for (const { appeal } of launches.slice(from, until)) inputs.push(countInputs(appeal, level));
    if (over < LEAST_LEARNT) continue;
    const earlier = regression(inputs.slice(0, over), logs.slice(0, over));
    for (let i = from; i < until; i++) {
      const predicted = valueOf(earlier, inputs[i]!);
      misses.push({ predicted, miss: logs[i]! - predicted, study: studied });
    }
  }
  return { inputs, misses };
}

/** Returns the middle and the range of nine tenths, as counts of at least 0. */
export function countRange(model: CountModel, appeal: LaunchAppeal, level: number): CountRange {
  const predicted = valueOf(model.coefficients, countInputs(appeal, level));
  const spread = spreadAt(model.spread, predicted);
  const countAt = (log: number) => Math.max(0, Math.exp(log) - HALF);
  return {
    middle: countAt(predicted),
    low90: Math.floor(countAt(predicted + model.low90 * spread)),
    high90: Math.ceil(countAt(predicted + model.high90 * spread)),
  };
}

function countInputs(
  { logPool, words, group, hasGroup, priceGap }: LaunchAppeal,
  level: number,
): number[] {
  return [logPool, words, group, Number(hasGroup), priceGap, Math.abs(priceGap), level];
}

function valueOf([intercept, ...slopes]: readonly number[], inputs: readonly number[]): number {
  return slopes.reduce((all, slope, j) => all + slope * inputs[j]!, intercept!);
}

/** Returns ridge coefficients, the intercept first: penalised on standardised inputs. */
function regression(inputs: readonly (readonly number[])[], targets: readonly number[]): number[] {
  const columns = inputs[0]!.length;
  const means = Array.from({ length: columns }, (_, j) => mean(inputs.map((row) => row[j]!)));
  const spreads = means.map(
    (centre, j) => Math.sqrt(mean(inputs.map((row) => (row[j]! - centre) ** 2))) || 1,
  );
  const z = inputs.map((row) => row.map((value, j) => (value - means[j]!) / spreads[j]!));
  const centre = mean(targets);
  const system = means.map((_, j) => [
    ...means.map(
      (__, k) => z.reduce((all, row) => all + row[j]! * row[k]!, 0) + (j === k ? PENALTY : 0),
    ),
    z.reduce((all, row, i) => all + row[j]! * (targets[i]! - centre), 0),
  ]);
  const slopes = solved(system).map((value, j) => value / spreads[j]!);
  return [centre - slopes.reduce((all, slope, j) => all + slope * means[j]!, 0), ...slopes];
}

/** Solves a positive definite system by elimination; each row ends in its right side. */
function solved(rows: number[][]): number[] {
  const size = rows.length;
  for (let j = 0; j < size; j++)
    for (let i = 0; i < size; i++) {
      if (i === j) continue;
      const factor = rows[i]![j]! / rows[j]![j]!;
      for (let k = j; k <= size; k++) rows[i]![k]! -= factor * rows[j]![k]!;
    }
  return rows.map((row, j) => row[size]! / row[j]!);
}

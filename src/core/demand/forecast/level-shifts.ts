// Finds the weeks in which the level of a series changed and stayed changed: least squares of pieces with a level each,
// with a price for every piece (optimal partitioning: Jackson et al. 2005), exactly.

import { median } from '#core/base/statistics/statistics.ts';

export interface LevelShift {
  /** First week of the new level. */
  readonly week: number;
  /** Units after over units before. */
  readonly factor: number;
}

/** Shorter changes are peaks and dips. */
const LEAST_WEEKS = 8;
/** Smaller changes are not worth a word: a fifth. */
const LEAST_CHANGE = Math.log(1.2);
/** A median absolute difference of neighbours is this many standard deviations of one value (normal, independent). */
const DIFFERENCE_OF_DEVIATION = 0.6745 * Math.SQRT2;
/**
 * Price of a piece, in variances times log n. Neighbouring weeks are alike, so it is above the 2 that independent weeks
 * would ask (BIC counts the place and the level of a change).
 */
const PRICE = 6;
const AROUND_WEEKS = 6;
const PEAK_DEVIATIONS = 2;

/** @param values by week, on a log scale, without their season; NaN where not known */
export function levelShifts(values: Float64Array): LevelShift[] {
  const weeks = Array.from(values.keys()).filter((week) => !Number.isNaN(values[week]!));
  const known = withoutPeaks(weeks.map((week) => values[week]!));
  const ends = piecesOf(known);
  const levels = ends.map((end, i) => levelOf(known, ends[i - 1] ?? 0, end));
  return levels.slice(1).flatMap((level, i) => {
    const change = level - levels[i]!;
    return Math.abs(change) < LEAST_CHANGE
      ? []
      : [{ week: weeks[ends[i]!]!, factor: Math.exp(change) }];
  });
}

/** Cuts what stands out from the weeks around it: a peak, and not a level. A median follows a step without delay. */
function withoutPeaks(values: readonly number[]): number[] {
  const most = PEAK_DEVIATIONS * Math.sqrt(noiseVariance(values));
  return values.map((value, i) => {
    const around = median(values.slice(Math.max(0, i - AROUND_WEEKS), i + AROUND_WEEKS + 1));
    return Math.min(around + most, Math.max(around - most, value));
  });
}

/** Returns where the best pieces end, the last one at the end of all. */
function piecesOf(values: readonly number[]): number[] {
  const price = PRICE * noiseVariance(values) * Math.log(Math.max(2, values.length));
  const cost = squaredErrors(values);
  const best = [-price];
  const lastStart = [0];
  for (let end = 1; end <= values.length; end++) {
    best[end] = Infinity;
    for (let start = 0; start <= end - LEAST_WEEKS || start === 0; start++) {
      const total = best[start]! + cost(start, end) + price;
      if (total < best[end]!) [best[end], lastStart[end]] = [total, start];
    }
  }
  const ends: number[] = [];
  for (let end = values.length; end > 0; end = lastStart[end]!) ends.unshift(end);
  return ends;
}

/** Returns a function that gives the sum of squares around the mean of values[start] to values[end − 1]. */
function squaredErrors(values: readonly number[]): (start: number, end: number) => number {
  const sums = [0];
  const squares = [0];
  for (const [i, value] of values.entries()) {
    sums.push(sums[i]! + value);
    squares.push(squares[i]! + value ** 2);
  }
  return (start, end) =>
    squares[end]! - squares[start]! - (sums[end]! - sums[start]!) ** 2 / (end - start);
}

/** Variance of a week around its level, from differences of neighbours, which changes of level hardly touch. */
function noiseVariance(values: readonly number[]): number {
  const steps = values.slice(1).map((value, i) => Math.abs(value - values[i]!));
  return steps.length === 0 ? 0 : (median(steps) / DIFFERENCE_OF_DEVIATION) ** 2;
}

function levelOf(values: readonly number[], start: number, end: number): number {
  const own = values.slice(start, end);
  return own.reduce((total, value) => total + value, 0) / own.length;
}

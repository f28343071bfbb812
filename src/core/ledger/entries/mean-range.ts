import { seededRandom } from '#core/base/random.ts';
import { mean, quantileOfSorted } from '#core/base/statistics/statistics.ts';

/** Least number of values for a range; with fewer, nothing is concluded. */
export const LEAST_FOR_RANGE = 8;
const DRAWS = 2000;
const SEED = 1;

/** A mean and its 80% interval; null with fewer than LEAST_FOR_RANGE values. */
export interface MeanRange {
  readonly mean: number;
  readonly count: number;
  readonly range: { readonly low: number; readonly high: number } | null;
}

/**
 * Returns a mean and its interval by the percentile bootstrap (Efron 1979): means of as many values drawn with
 * replacement. The same values give the same range.
 */
export function meanRange(values: readonly number[]): MeanRange {
  const count = values.length;
  if (count < LEAST_FOR_RANGE) return { mean: mean(values), count, range: null };
  const random = seededRandom(SEED);
  const means = Float64Array.from({ length: DRAWS }, () => {
    let total = 0;
    for (let i = 0; i < count; i++) total += values[Math.floor(random() * count)]!;
    return total / count;
  }).sort();
  const range = { low: quantileOfSorted(means, 0.1), high: quantileOfSorted(means, 0.9) };
  return { mean: mean(values), count, range };
}

/** Returns whether a mean differs from zero by more than chance. */
export function isClear({ range }: MeanRange): boolean {
  return range !== null && (range.low > 0 || range.high < 0);
}

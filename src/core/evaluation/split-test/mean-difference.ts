import { normalShare } from '#core/base/statistics/normal-distribution.ts';
import { studentQuantile } from '#core/base/statistics/student-t.ts';

/** The mean of some values; `variance` is that of one value, with n − 1 in its denominator. */
export interface CountedMean {
  readonly mean: number;
  readonly variance: number;
  readonly count: number;
}

/**
 * Returns the range of the difference `after − before` of two independent means, whose variances may differ (Welch
 * 1947). `deviations` is the half-width in standard deviations of a normal distribution; Student's t has the same tails.
 * Without two values on either side, the range has no ends.
 */
export function meanDifference(
  before: CountedMean,
  after: CountedMean,
  deviations: number,
): readonly [low: number, high: number] {
  if (before.count < 2 || after.count < 2) return [-Infinity, Infinity];
  const difference = after.mean - before.mean;
  const parts = [before, after].map(({ variance, count }) => Math.max(0, variance) / count);
  const square = parts[0]! + parts[1]!;
  if (square === 0) return [difference, difference];
  const freedom =
    square ** 2 / (parts[0]! ** 2 / (before.count - 1) + parts[1]! ** 2 / (after.count - 1));
  const half = studentQuantile(normalShare(deviations), freedom) * Math.sqrt(square);
  return [difference - half, difference + half];
}

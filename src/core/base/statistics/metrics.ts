import { mean, sum } from './statistics.ts';

/**
 * Returns the weighted absolute percentage error (WAPE): Σ|actual − predicted| / Σ|actual|. NaN where nothing was sold.
 */
export function wape(actual: ArrayLike<number>, predicted: ArrayLike<number>): number {
  const off = sum(Array.from(actual, (value, i) => Math.abs(value - predicted[i]!)));
  const all = sum(Array.from(actual, Math.abs));
  return all > 0 ? off / all : NaN;
}

/**
 * Returns the mean pinball loss of a quantile (Koenker and Bassett 1978). An actual above the prediction costs
 * `fraction` times the difference, one below costs 1 − `fraction` times it.
 */
export function pinball(
  actual: ArrayLike<number>,
  predicted: ArrayLike<number>,
  fraction: number,
): number {
  return mean(
    Array.from(actual, (value, i) => {
      const error = value - predicted[i]!;
      return Math.max(fraction * error, (fraction - 1) * error);
    }),
  );
}

/** Returns the mean of |actual − predicted|, in the unit of both; NaN without values. */
export function meanAbsoluteError(actual: ArrayLike<number>, predicted: ArrayLike<number>): number {
  return mean(Array.from(actual, (value, i) => Math.abs(value - predicted[i]!)));
}

/**
 * Returns R² on the log1p scale: 1 − Σ(log1p actual − log1p predicted)² / Σ(log1p actual − mean)². NaN where all
 * outcomes are equal.
 */
export function r2OfLog1p(actual: ArrayLike<number>, predicted: ArrayLike<number>): number {
  const logs = Array.from(actual, Math.log1p);
  const centre = mean(logs);
  const residual = sum(logs.map((log, i) => (log - Math.log1p(predicted[i]!)) ** 2));
  const total = sum(logs.map((log) => (log - centre) ** 2));
  return total > 0 ? 1 - residual / total : NaN;
}

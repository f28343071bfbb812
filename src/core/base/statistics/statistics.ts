export function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

/** Returns the arithmetic mean; NaN without values. */
export function mean(values: ArrayLike<number>): number {
  return sum(Array.from(values)) / values.length;
}

/** Returns the population standard deviation. */
export function standardDeviation(values: ArrayLike<number>): number {
  const centre = mean(values);
  return Math.sqrt(mean(Array.from(values, (value) => (value - centre) ** 2)));
}

/**
 * Returns a quantile of sorted values by linear interpolation (type 7 of Hyndman and Fan 1996, NumPy's default); NaN
 * without values.
 */
export function quantileOfSorted(sorted: ArrayLike<number>, fraction: number): number {
  if (sorted.length === 0) return NaN;
  const position = Math.min(1, Math.max(0, fraction)) * (sorted.length - 1);
  const below = Math.floor(position);
  const above = Math.min(sorted.length - 1, below + 1);
  return sorted[below]! + (position - below) * (sorted[above]! - sorted[below]!);
}

/** Returns a quantile, as `quantileOfSorted`; NaN without values. */
export function quantile(values: ArrayLike<number>, fraction: number): number {
  return quantileOfSorted(Float64Array.from(values).sort(), fraction);
}

export function median(values: ArrayLike<number>): number {
  return quantile(values, 0.5);
}

/**
 * Returns the median of whole numbers from 0 by how often each stands, without sorting them; NaN without any.
 * @param counts how often 0, 1, 2 and so on stand
 */
export function medianOfCounts(counts: Uint32Array): number {
  const total = counts.reduce((all, count) => all + count, 0);
  let passed = 0;
  let lower: number | null = null;
  for (const [value, count] of counts.entries()) {
    passed += count;
    if (lower === null && count > 0 && 2 * passed >= total) lower = value;
    if (2 * passed > total) return (lower! + value) / 2;
  }
  return NaN;
}

/** Returns the values that are neither missing (NaN) nor infinite. */
export function finite(values: Iterable<number>): number[] {
  return Array.from(values).filter((value) => Number.isFinite(value));
}

/** Counts each text, most frequent first, ties by name; '' (missing) is not counted. */
export function countTexts(values: Iterable<string>): [text: string, count: number][] {
  const counts = new Map<string, number>();
  for (const value of values) if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}

/** Returns log(p / (1 − p)). */
export function logit(fraction: number): number {
  return Math.log(fraction / (1 - fraction));
}

/** Returns log(1 + e^x) without overflow. */
export function softplus(x: number): number {
  return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
}

/** Returns the logistic function 1 / (1 + e^−x) without overflow. */
export function sigmoid(x: number): number {
  return x >= 0 ? 1 / (1 + Math.exp(-x)) : 1 - 1 / (1 + Math.exp(x));
}

/**
 * Returns a robust standard deviation around 0 of errors that are normal except for outliers: 1.4826 times the median
 * absolute error (Hampel 1974).
 */
export function normalSpread(errors: ArrayLike<number>): number {
  return NORMAL_PER_MEDIAN * median(Array.from(errors, Math.abs));
}

const NORMAL_PER_MEDIAN = 1.4826;

/** Standard deviations beyond which a figure counts as an input error. */
export const OUTLIER_DEVIATIONS = 5;

/** Returns the index of the first maximum; 0 without values. */
export function indexOfMax(values: ArrayLike<number>): number {
  let best = 0;
  for (let i = 1; i < values.length; i++) if (values[i]! > values[best]!) best = i;
  return best;
}

/**
 * Returns the effective sample size, (Σw)² / Σw² (Kish 1965, "Survey sampling"). It is between 1 and n, or 0 where
 * all weights are 0.
 */
export function effectiveSize(weights: ArrayLike<number>): number {
  const all = Array.from(weights);
  const total = sum(all);
  return total === 0 ? 0 : total ** 2 / sum(all.map((weight) => weight * weight));
}

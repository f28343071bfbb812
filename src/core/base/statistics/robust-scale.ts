import { finite, median, normalSpread } from './statistics.ts';

/** Centre and spread of values, robust against a few extreme ones. */
export interface RobustScale {
  readonly centre: number;
  /** Standard deviation, estimated from the median absolute deviation. */
  readonly spread: number;
}

/** This many values estimate the median as well as a million. */
const VALUES_ENOUGH = 20_000;

/**
 * Computes the scale of the finite values: their median, and the median absolute deviation as a standard deviation
 * (Hampel 1974). Very many values are evenly sampled.
 */
export function robustScale(values: Float64Array): RobustScale {
  const known = finite(thinned(values));
  const centre = median(known);
  return { centre, spread: normalSpread(known.map((value) => value - centre)) };
}

function thinned(values: Float64Array): Float64Array {
  const step = Math.ceil(values.length / VALUES_ENOUGH);
  if (step <= 1) return values;
  return Float64Array.from(
    { length: Math.floor(values.length / step) },
    (_, i) => values[i * step]!,
  );
}

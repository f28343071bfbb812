import { finite, median, normalSpread } from '../statistics.ts';

/** Where values lie and how far they spread, however wild a few of them are. */
export interface RobustScale {
  readonly centre: number;
  /** A standard deviation, as the median deviation tells it. */
  readonly spread: number;
}

/** So many values tell the median as well as a million. */
const VALUES_ENOUGH = 20_000;

/** Of the finite values, or of every so-manieth where there are very many. */
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

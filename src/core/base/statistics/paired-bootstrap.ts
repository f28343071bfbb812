// Estimates the sampling error of WAPE by a paired bootstrap: launches are drawn with replacement (Efron 1979). All
// methods share the draws, so that difficult launches do not count as a difference between them.

import type { Random } from '../random.ts';
import { quantile } from './statistics.ts';

export interface DrawnWapes {
  /** WAPE, [methods][draws]. One draw has the same index for every method. */
  readonly byMethod: readonly Float64Array[];
}

/**
 * Limits of the number of draws: enough for stable quantiles, fewer where launches are so many that chance hardly
 * matters.
 */
const MOST_DRAWS = 2_000;
const LEAST_DRAWS = 200;
const MOST_WORK = 4e6;

/**
 * Returns the WAPE of each method on each draw of launches. Draws without sales are left out.
 * @param errors absolute errors in units, [methods][launches]
 */
export function drawWapes(
  actual: ArrayLike<number>,
  errors: readonly ArrayLike<number>[],
  random: Random,
): DrawnWapes {
  const count = actual.length;
  const draws = Math.round(Math.min(MOST_DRAWS, Math.max(LEAST_DRAWS, MOST_WORK / count)));
  const byMethod = errors.map(() => new Float64Array(draws));
  let kept = 0;
  for (let draw = 0; draw < draws; draw++) {
    const totals = new Float64Array(errors.length);
    let sold = 0;
    for (let i = 0; i < count; i++) {
      const drawn = Math.floor(random() * count);
      sold += actual[drawn]!;
      errors.forEach((own, method) => (totals[method]! += own[drawn]!));
    }
    if (!(sold > 0)) continue;
    totals.forEach((total, method) => (byMethod[method]![kept] = total / sold));
    kept++;
  }
  return { byMethod: byMethod.map((values) => values.subarray(0, kept)) };
}

/**
 * Returns the 90% interval of the error of one method minus that of another.
 * @param of error on each draw, [draws], as is `less`: draw i of both has the same launches
 */
export function differenceRange(
  of: Float64Array,
  less: Float64Array,
): { readonly low: number; readonly high: number } {
  const differences = of.map((value, draw) => value - less[draw]!);
  return { low: quantile(differences, 0.05), high: quantile(differences, 0.95) };
}

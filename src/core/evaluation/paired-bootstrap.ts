// What a share of misses could as well have been, had other launches of the same kind come: the launches are drawn again with
// replacement (Efron 1979). Methods are judged on the same draws, so that hard launches do not count as a difference between them.

import type { Random } from '../random.ts';
import { quantile } from '../statistics.ts';

export interface DrawnWapes {
  /** [methods][draws], in the order of the draws: those of one draw belong together. */
  readonly byMethod: readonly Float64Array[];
}

/** As many draws as make quantiles steady, fewer where launches are so many that chance hardly matters. */
const MOST_DRAWS = 2_000;
const LEAST_DRAWS = 200;
const MOST_WORK = 4e6;

/**
 * Weighted absolute percentage errors of draws of launches. A draw that sold nothing is left out.
 * @param misses absolute errors in units, [methods][launches]
 */
export function drawWapes(
  actual: ArrayLike<number>,
  misses: readonly ArrayLike<number>[],
  random: Random,
): DrawnWapes {
  const count = actual.length;
  const draws = Math.round(Math.min(MOST_DRAWS, Math.max(LEAST_DRAWS, MOST_WORK / count)));
  const byMethod = misses.map(() => new Float64Array(draws));
  let kept = 0;
  for (let draw = 0; draw < draws; draw++) {
    const missed = new Float64Array(misses.length);
    let sold = 0;
    for (let i = 0; i < count; i++) {
      const drawn = Math.floor(random() * count);
      sold += actual[drawn]!;
      misses.forEach((own, method) => (missed[method]! += own[drawn]!));
    }
    if (!(sold > 0)) continue;
    missed.forEach((total, method) => (byMethod[method]![kept] = total / sold));
    kept++;
  }
  return { byMethod: byMethod.map((values) => values.subarray(0, kept)) };
}

/** 9 in 10 draws of one method's error less another's lie between them. */
export function differenceRange(
  of: Float64Array,
  less: Float64Array,
): { readonly low: number; readonly high: number } {
  const differences = of.map((value, draw) => value - less[draw]!);
  return { low: quantile(differences, 0.05), high: quantile(differences, 0.95) };
}

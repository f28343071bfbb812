// Whether the last launches miss otherwise than the model said they would. A forecast's middle is passed by half of all launches:
// where clearly more lie on one side, it runs high or low.

import { kolmogorovSmirnov } from './kolmogorov-smirnov.ts';
import { asSold } from '../model/sold-out.ts';
import type { HeldOut } from '../scorecard/held-out.ts';
import { finite, median } from '../statistics.ts';
import { DRIFT_LEVEL } from './input-drift.ts';

export interface ErrorDrift {
  readonly count: number;
  /** Sold more than was expected; what met it exactly counts for neither side. */
  readonly above: number;
  readonly below: number;
  /** Of log ratios of sold to expected. */
  readonly middleMiss: number;
  /** How often chance alone would be so one-sided: the sign test. */
  readonly signChance: number;
  /** How often chance would set them so far from the errors on held-out launches; null where those are not known. */
  readonly spreadChance: number | null;
  /** More than chance, of both tests together (Bonferroni). */
  readonly isClear: boolean;
}

/** The same of launches that a model was judged on; what was expected beyond a sold-out launch's sales counts as met. */
export function heldOutMisses({ actualUnits, expectedUnits, soldOut }: HeldOut): number[] {
  const expected = expectedUnits.debut;
  if (!expected) return [];
  const met = asSold(expected, actualUnits, soldOut);
  return finite(Array.from(met, (units, i) => Math.log1p(actualUnits[i]!) - Math.log1p(units)));
}

/** Fewer can be all on one side by chance, at any level worth a warning. */
export const LEAST_ERRORS = 8;

/**
 * @param misses log1p(sold) − log1p(expected) of the last launches
 * @param heldOut the same of launches that the model was judged on
 * @returns null where there are too few
 */
export function errorDrift(
  misses: readonly number[],
  heldOut: readonly number[] | null = null,
): ErrorDrift | null {
  if (misses.length < LEAST_ERRORS) return null;
  const above = misses.filter((miss) => miss > 0).length;
  const below = misses.filter((miss) => miss < 0).length;
  const signChance = signTest(above, below);
  const spreadChance =
    heldOut && heldOut.length >= LEAST_ERRORS ? kolmogorovSmirnov(misses, heldOut).chance : null;
  const level = spreadChance === null ? DRIFT_LEVEL : DRIFT_LEVEL / 2;
  return {
    ...{ count: misses.length, above, below, signChance, spreadChance },
    middleMiss: median(misses),
    isClear: Math.min(signChance, spreadChance ?? 1) < level,
  };
}

/** Twice the smaller tail of the binomial distribution with a half, at most 1. */
export function signTest(above: number, below: number): number {
  const n = above + below;
  let logTerm = -n * Math.LN2;
  let tail = 0;
  for (let k = 0; k <= Math.min(above, below); k++) {
    tail += Math.exp(logTerm);
    logTerm += Math.log((n - k) / (k + 1));
  }
  return Math.min(1, 2 * tail);
}

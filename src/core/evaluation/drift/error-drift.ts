// Tests whether the errors of the newest launches differ from those expected. Half of all launches exceed a
// median forecast: where clearly more lie on one side, it is biased high or low.

import { kolmogorovSmirnov } from '#core/base/statistics/kolmogorov-smirnov.ts';
import { asCensored } from '#core/model/outcomes/censored-demand.ts';
import type { Holdout } from '../scorecard/holdout.ts';
import { finite, median } from '#core/base/statistics/statistics.ts';
import { DRIFT_LEVEL } from './input-drift.ts';

export interface ErrorDrift {
  readonly count: number;
  /** Launches that sold more than expected; exact hits count for neither side. */
  readonly above: number;
  readonly below: number;
  /** Median of log1p(sold) − log1p(expected). */
  readonly medianError: number;
  /** p-value of the sign test: how often chance alone is so one-sided. */
  readonly signChance: number;
  /**
   * p-value of the Kolmogorov–Smirnov test against the errors on the test set; null where too few of those are known.
   */
  readonly spreadChance: number | null;
  /** Whether either test finds more than chance, both taken together (Bonferroni). */
  readonly isClear: boolean;
}

/**
 * Returns log1p(sold) − log1p(expected) of the test set; empty where Debut has no forecasts there. A forecast beyond a
 * sold-out launch's sales counts as met.
 */
export function holdoutErrors({ actualUnits, expectedUnits, soldOut }: Holdout): number[] {
  const expected = expectedUnits.debut;
  if (!expected) return [];
  const met = asCensored(expected, actualUnits, soldOut);
  return finite(Array.from(met, (units, i) => Math.log1p(actualUnits[i]!) - Math.log1p(units)));
}

/** Least number of launches; fewer can all be on one side by chance, at any level worth a warning. */
export const LEAST_ERRORS = 8;

/**
 * Tests the errors of the newest launches for bias, and for a difference from those of the test set.
 * @param errors log1p(sold) − log1p(expected) of the newest launches
 * @param holdout the same of the test set
 * @returns null where there are too few errors
 */
export function errorDrift(
  errors: readonly number[],
  holdout: readonly number[] | null = null,
): ErrorDrift | null {
  if (errors.length < LEAST_ERRORS) return null;
  const above = errors.filter((error) => error > 0).length;
  const below = errors.filter((error) => error < 0).length;
  const signChance = signTest(above, below);
  const spreadChance =
    holdout && holdout.length >= LEAST_ERRORS ? kolmogorovSmirnov(errors, holdout).chance : null;
  const level = spreadChance === null ? DRIFT_LEVEL : DRIFT_LEVEL / 2;
  return {
    ...{ count: errors.length, above, below, signChance, spreadChance },
    medianError: median(errors),
    isClear: Math.min(signChance, spreadChance ?? 1) < level,
  };
}

/** Returns the p-value of the sign test: twice the smaller tail of the binomial distribution with p = ½, at most 1. */
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

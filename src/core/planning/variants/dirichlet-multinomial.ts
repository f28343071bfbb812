// The Dirichlet-multinomial distribution (Mosimann 1962): counts whose shares differ from one group to the next around
// common means. The higher the concentration A, the less they differ: the variance of a share p is p (1 − p) / (1 + A).

import { logGamma } from '#core/base/statistics/gamma.ts';
import { sum } from '#core/base/statistics/statistics.ts';

/** Counts of one group with the means of their shares, which add up to 1. */
export interface SharedCounts {
  readonly counts: readonly number[];
  readonly means: readonly number[];
}

/**
 * Returns the log probability of counts, which need not be whole, without the multinomial coefficient: that does not
 * depend on the parameters.
 */
export function logCounts({ counts, means }: SharedCounts, concentration: number): number {
  const total = sum(counts);
  let log = logGamma(concentration) - logGamma(concentration + total);
  counts.forEach((count, k) => {
    if (count === 0) return;
    const alpha = Math.max(LEAST, means[k]! * concentration);
    log += logGamma(alpha + count) - logGamma(alpha);
  });
  return log;
}

const LEAST = 1e-9;

/**
 * Fewest groups without a sold-out variant that tell how far groups differ: expected demand of sold-out ones differs less
 * than their demand did.
 */
export const LEAST_UNCENSORED = 10;

/** A log-normal prior of a concentration. */
export interface ConcentrationPrior {
  readonly median: number;
  /** Standard deviation of its log; Infinity: none. */
  readonly spread: number;
}

export const CONCENTRATIONS = { least: 1, most: 2000 } as const;
const GOLDEN = (Math.sqrt(5) - 1) / 2;
/** They leave 0.3% of doubt: concentrations are known far less well. */
const STEPS = 16;

/** Returns the concentration with the highest log likelihood plus log prior, by golden-section search on its log. */
export function bestConcentration(
  logLikelihood: (concentration: number) => number,
  { median, spread }: ConcentrationPrior,
): number {
  const valueAt = (log: number) =>
    logLikelihood(Math.exp(log)) - 0.5 * ((log - Math.log(median)) / spread) ** 2;
  let [low, high] = [Math.log(CONCENTRATIONS.least), Math.log(CONCENTRATIONS.most)];
  let [left, right] = [high - GOLDEN * (high - low), low + GOLDEN * (high - low)];
  let [atLeft, atRight] = [valueAt(left), valueAt(right)];
  for (let step = 0; step < STEPS; step++) {
    if (atLeft >= atRight) {
      [high, right, atRight] = [right, left, atLeft];
      left = high - GOLDEN * (high - low);
      atLeft = valueAt(left);
    } else {
      [low, left, atLeft] = [left, right, atRight];
      right = low + GOLDEN * (high - low);
      atRight = valueAt(right);
    }
  }
  return Math.exp((low + high) / 2);
}

/** Returns the concentration of groups around their means: maximum likelihood, or with a prior its mode. */
export function fitConcentration(
  groups: readonly SharedCounts[],
  prior: ConcentrationPrior = { median: 1, spread: Infinity },
): number {
  return bestConcentration(
    (concentration) => sum(groups.map((group) => logCounts(group, concentration))),
    prior,
  );
}

/**
 * Returns the units that would tell as much of the mean shares if all groups had the same: n (1 + A) / (n + A), at most
 * 1 + A. So one big group cannot outweigh many small ones.
 */
export function effectiveUnits(units: number, concentration: number): number {
  return units > 0 ? (units * (1 + concentration)) / (units + concentration) : 0;
}

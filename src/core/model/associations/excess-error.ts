// The standard error of an excess: errors that last from week to week, and launches of other groups.

import type { Excess, LaunchesBeside } from './excess-units.ts';

export interface ErrorTerms {
  /** Of errors a week apart, 0 or more. */
  readonly correlation: number;
  readonly beside: readonly LaunchesBeside[];
}

/** Weeks whose errors may depend on each other in any way. */
const BLOCK_WEEKS = 8;

/**
 * Returns the standard error of an excess: the larger of two that allow for errors which last from week to week, and
 * Σ_g τ_g² (Σ w_t n_gt)² for what launches of each other group may bring.
 */
export function excessError(excess: Excess, { correlation, beside }: ErrorTerms): number {
  const ofWeeks = Math.max(laggedVariance(excess, correlation), blockedVariance(excess));
  const ofOthers = beside.reduce(
    (sum, { running, spread }) => sum + (spread * dot(excess.weights, running)) ** 2,
    0,
  );
  return Math.sqrt(ofWeeks + ofOthers);
}

/** s² Σ w_s w_t ρ^|s − t|: errors with a first-order autocorrelation ρ. */
function laggedVariance(excess: Excess, correlation: number): number {
  let [total, before] = [0, 0];
  // Σ_s w_s Σ_{t < s} w_t ρ^(s − t), summed up as it goes on.
  for (const weight of excess.weights) {
    before *= correlation;
    total += weight * (weight + 2 * before);
    before += weight;
  }
  return Math.max(0, weekVariance(excess) * total);
}

/** Clusters of weeks (Liang and Zeger 1986): also what launches bring more or less than their mean is an error. */
function blockedVariance({ weights, residuals, parameters }: Excess): number {
  let [total, block, count] = [0, 0, 0];
  for (let week = 0; week < weights.length; week++) {
    if (!Number.isNaN(residuals[week]!)) {
      block += weights[week]! * residuals[week]!;
      count += 1;
    }
    if ((week + 1) % BLOCK_WEEKS > 0 && week + 1 < weights.length) continue;
    total += block ** 2;
    block = 0;
  }
  return (total * count) / Math.max(1, count - parameters);
}

/** No week's ratio is known better than to 0.1%, however even sales are. */
const LEAST_VARIANCE = 1e-6;

/** Returns the variance of a week's error. */
export function weekVariance({ residuals, parameters }: Excess): number {
  let [squares, count] = [0, 0];
  for (const residual of residuals) {
    if (Number.isNaN(residual)) continue;
    squares += residual * residual;
    count += 1;
  }
  return Math.max(LEAST_VARIANCE, squares / Math.max(1, count - parameters));
}

function dot(weights: Float64Array, counts: ArrayLike<number>): number {
  let total = 0;
  for (let week = 0; week < weights.length; week++) total += weights[week]! * counts[week]!;
  return total;
}

/** Returns sums of products of errors a week apart, and of squares, of weeks that follow each other. */
export function laggedSums({ residuals }: Excess): {
  readonly products: number;
  readonly squares: number;
} {
  let [products, squares] = [0, 0];
  for (let week = 1; week < residuals.length; week++) {
    const [last, now] = [residuals[week - 1]!, residuals[week]!];
    if (Number.isNaN(last) || Number.isNaN(now)) continue;
    products += last * now;
    squares += (last * last + now * now) / 2;
  }
  return { products, squares };
}

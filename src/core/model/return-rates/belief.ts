// What is believed of a rate before it is seen: a beta distribution, made of what is known of η and of how much
// products differ.

import { betaOf, betaQuantile, type Beta } from '#core/base/statistics/beta-distribution.ts';
import { sigmoid } from '#core/base/statistics/statistics.ts';

/** Ends of the central 80%. */
const LOW = 0.1;
const HIGH = 0.9;

/** A rate that is not known exactly: shares of 1. */
export interface RateRange {
  readonly mean: number;
  /** The true rate is between these with a probability of 80%. */
  readonly low: number;
  readonly high: number;
}

/** How rates spread around what the columns say. */
export interface RateSpread {
  /** Sum of the beta parameters of products that are alike in all columns: the larger, the more alike are their rates. */
  readonly size: number;
  /** Factor on the variance that later launches call for; 1 where there were too few. */
  readonly widening: number;
}

/** Returns the mean of sigmoid(η) for a normal η (MacKay 1992, with κ = 1 / √(1 + π v / 8)). */
export function meanOf(eta: number, variance: number): number {
  return sigmoid(eta / Math.sqrt(1 + (Math.PI * variance) / 8));
}

/**
 * Returns the beta distribution of one product's rate: η is normal, and the product's rate beta around sigmoid(η). Its
 * variance is the sum of both, the first to first order and below its bound.
 */
export function beliefOf(eta: number, variance: number, { size, widening }: RateSpread): Beta {
  const mean = meanOf(eta, variance);
  const unit = mean * (1 - mean);
  const shareOfMean = (unit * variance) / (1 + unit * variance);
  const share = shareOfMean + (1 - shareOfMean) / (size + 1);
  const widened = (share * widening) / (1 + share * (widening - 1));
  return betaOf(mean, 1 / widened - 1);
}

/** Returns the mean of a belief and the central 80% of the true rate. */
export function rangeOf(belief: Beta): RateRange {
  return {
    mean: belief.a / (belief.a + belief.b),
    low: betaQuantile(belief, LOW),
    high: betaQuantile(belief, HIGH),
  };
}

/**
 * Returns the belief after the first results: the posterior of a beta-binomial distribution. What has not come back yet
 * but may still do so must not be counted as sold.
 */
export function updateRate({ a, b }: Beta, seen: { returned: number; sold: number }): Beta {
  const sold = Math.max(0, seen.sold) || 0;
  const returned = Math.min(sold, Math.max(0, seen.returned)) || 0;
  return { a: a + returned, b: b + sold - returned };
}

// What the first reviews of past launches told of the units that followed: a slope over how much more of them were
// negative than usual. Few reviews are drawn towards the usual share, as a beta-binomial distribution of the shares says.

import { logBetaBinomial, type Beta } from '#core/base/statistics/beta-distribution.ts';
import { mean, standardDeviation, sum } from '#core/base/statistics/statistics.ts';
import { highest } from '#core/model/return-rates/golden-section.ts';
import type { FirstReviews } from './first-reviews.ts';

export interface ReviewTerm {
  /** Shares of negative first reviews over the launches. */
  readonly shares: Beta;
  /** log1p of units for one more of share; below 0. */
  readonly slope: number;
  /** Launches with reviews that it was learnt from. */
  readonly launchCount: number;
}

/** Fewest launches with reviews. */
export const LEAST_REVIEWED = 30;
/** Sums of the beta parameters between which the likeliest is sought: shares differ a lot, and hardly. */
const SIZES = { least: 1, most: 1_000 } as const;

/**
 * Learns from launches and what their later units were beyond the forecast, on the log1p scale. null where under 30 have
 * reviews, where more negative ones were followed by more units, and where squared errors of launches that were left out
 * fall by no more than chance lets them.
 */
export function fitReviewTerm(
  first: readonly FirstReviews[],
  residuals: readonly number[],
): ReviewTerm | null {
  const told = [...first.keys()].filter((i) => first[i]!.count > 0);
  if (told.length < LEAST_REVIEWED) return null;
  const shares = fitShares(told.map((i) => first[i]!));
  const x = centred(told.map((i) => beyondUsual(shares, first[i]!)));
  const y = centred(told.map((i) => residuals[i]!));
  const square = sum(x.map((value) => value ** 2));
  const product = sum(x.map((value, i) => value * y[i]!));
  if (!(square > 0) || product >= 0) return null;
  const gains = x.map((value, i) => {
    const without = (product - value * y[i]!) / (square - value ** 2);
    return y[i]! ** 2 - (y[i]! - without * value) ** 2;
  });
  const chance = standardDeviation(gains) / Math.sqrt(gains.length);
  if (!(mean(gains) > chance)) return null;
  return { shares, slope: believed(x, y) * (product / square), launchCount: told.length };
}

/** Returns what reviews add to log1p of the units that follow. */
export function reviewEffect({ shares, slope }: ReviewTerm, first: FirstReviews): number {
  return slope * beyondUsual(shares, first);
}

/** Returns the usual share of negative first reviews, 0–1. */
export function usualShare({ shares }: ReviewTerm): number {
  return meanOf(shares);
}

function beyondUsual(shares: Beta, { count, negative }: FirstReviews): number {
  const { a, b } = shares;
  return (a + negative) / (a + b + count) - meanOf(shares);
}

function meanOf({ a, b }: Beta): number {
  return a / (a + b);
}

/** Fits the mean by all reviews together, and how much launches differ by their likelihood. */
function fitShares(first: readonly FirstReviews[]): Beta {
  const negative = sum(first.map((each) => each.negative));
  const share = (negative + 0.5) / (sum(first.map(({ count }) => count)) + 1);
  const betaAt = (log: number): Beta => ({
    a: share * Math.exp(log),
    b: (1 - share) * Math.exp(log),
  });
  const likelihood = (log: number): number =>
    sum(first.map((each) => logBetaBinomial(each.negative, each.count, betaAt(log))));
  return betaAt(highest(likelihood, Math.log(SIZES.least), Math.log(SIZES.most)));
}

/** Returns the share of a slope that is believed, 1 − 1 / t² (after James and Stein 1961): a slope that was chosen is too steep. */
function believed(x: readonly number[], y: readonly number[]): number {
  const square = sum(x.map((value) => value ** 2));
  const slope = sum(x.map((value, i) => value * y[i]!)) / square;
  const left = sum(x.map((value, i) => (y[i]! - slope * value) ** 2)) / (x.length - 2);
  return Math.max(0, 1 - left / (square * slope ** 2));
}

function centred(values: readonly number[]): number[] {
  const centre = mean(values);
  return values.map((value) => value - centre);
}

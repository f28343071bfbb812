// What the first reviews of past launches told of their return rates, beyond the rate of their category. A review counts
// like so many units sold, of which more came back than usual where more reviews are negative than usual.

import { betaOf, logBetaBinomial, type Beta } from '#core/base/statistics/beta-distribution.ts';
import { mean, standardDeviation, sum } from '#core/base/statistics/statistics.ts';
import { highest } from '#core/model/return-rates/golden-section.ts';
import { returnLaunch } from '#core/model/return-rates/planned-rates.ts';
import { tellsRate } from '#core/model/return-rates/rate-launch.ts';
import { firstReviews, type FirstReviews } from '../correction/first-reviews.ts';
import type { PastLaunches } from '../correction/past-launches.ts';
import { LEAST_REVIEWED } from '../correction/review-term.ts';

export interface ReviewReturns {
  /** Units that a review counts like; above 0. */
  readonly unitsPerReview: number;
  /** Usual share of first reviews that is negative, above 0. */
  readonly usual: number;
}

interface Reviewed {
  readonly first: FirstReviews;
  readonly returned: number;
  readonly sold: number;
  /** Rate of the category without this launch. */
  readonly expected: number;
}

const UNITS_PER_REVIEW = [0, 0.125, 0.25, 0.5, 1, 2, 4, 8];
/** Units of a category that count as much as all others together. */
const CATEGORY_UNITS = 30;
const SIZES = { least: 2, most: 5_000 } as const;

/**
 * Learns from launches with known returns and reviews of the first weeks. null where they are under 30, and where the
 * likelihood of launches that were left out rises by no more than chance lets it.
 */
export function fitReviewReturns(
  { table, reviews }: PastLaunches,
  after: number,
): ReviewReturns | null {
  const reviewed = reviewedReturns(table, reviews ?? [], after);
  if (reviewed.length < LEAST_REVIEWED) return null;
  const usual =
    (sum(reviewed.map(({ first }) => first.negative)) + 0.5) /
    (sum(reviewed.map(({ first }) => first.count)) + 1);
  const spread = highest(
    (log) => sum(likelihoods(reviewed, { size: Math.exp(log), usual, unitsPerReview: 0 })),
    Math.log(SIZES.least),
    Math.log(SIZES.most),
  );
  const size = Math.exp(spread);
  const each = UNITS_PER_REVIEW.map((unitsPerReview) =>
    likelihoods(reviewed, { size, usual, unitsPerReview }),
  );
  const totals = each.map(sum);
  const gains = reviewed.map((_, i) => {
    const chosen = firstHighest(totals.map((total, k) => total - each[k]![i]!));
    return each[chosen]![i]! - each[0]![i]!;
  });
  const chance = standardDeviation(gains) / Math.sqrt(gains.length);
  if (!(mean(gains) > chance)) return null;
  // A number that was chosen is too high (after James and Stein 1961).
  const believed = 1 - (chance / mean(gains)) ** 2;
  const unitsPerReview = believed * UNITS_PER_REVIEW[firstHighest(totals)]!;
  return unitsPerReview > 0 ? { unitsPerReview, usual } : null;
}

/** Returns what is believed of a return rate after the first reviews: they count like units that were sold. */
export function rateAfterReviews(
  { a, b }: Beta,
  { unitsPerReview, usual }: ReviewReturns,
  { count, negative }: FirstReviews,
): Beta {
  const units = unitsPerReview * count;
  const returned = Math.min(units, ((unitsPerReview * negative) / usual) * (a / (a + b)));
  return { a: a + returned, b: b + units - returned };
}

/** Returns the log likelihood of each launch's returns after its reviews. */
function likelihoods(
  reviewed: readonly Reviewed[],
  { size, ...lesson }: ReviewReturns & { readonly size: number },
): number[] {
  return reviewed.map(({ first, returned, sold, expected }) =>
    logBetaBinomial(returned, sold, rateAfterReviews(betaOf(expected, size), lesson, first)),
  );
}

function reviewedReturns(
  table: PastLaunches['table'],
  reviews: NonNullable<PastLaunches['reviews']>,
  after: number,
): Reviewed[] {
  const launches = Array.from(table.category, (_, row) => returnLaunch(table, row));
  const told = [...launches.keys()].filter((row) => tellsRate(launches[row]!));
  const all = { returned: 0, sold: 0 };
  const byCategory = new Map<string, { returned: number; sold: number }>();
  for (const row of told) {
    const { returned, sold } = launches[row]!;
    const own = byCategory.get(table.category[row]!) ?? { returned: 0, sold: 0 };
    byCategory.set(table.category[row]!, own);
    for (const sums of [all, own]) {
      sums.returned += returned;
      sums.sold += sold;
    }
  }
  const usual = (all.returned + 0.5) / (all.sold + 1);
  return told.flatMap((row) => {
    const { returned, sold } = launches[row]!;
    const first = firstReviews(reviews[row] ?? [], after);
    if (first.count === 0) return [];
    const own = byCategory.get(table.category[row]!)!;
    const expected =
      (own.returned - returned + CATEGORY_UNITS * usual) / (own.sold - sold + CATEGORY_UNITS);
    return [{ first, returned, sold, expected }];
  });
}

function firstHighest(values: readonly number[]): number {
  return values.reduce((best, value, i) => (value > values[best]! ? i : best), 0);
}

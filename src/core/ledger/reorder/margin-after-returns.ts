// Corrects the margin of a unit by what has come back of a launch on sale, and by what its first reviews tell of returns:
// both decide how much to reorder.

import { betaOf } from '#core/base/statistics/beta-distribution.ts';
import { DAYS_TO_RETURN } from '#core/import/reviews/review-outcomes.ts';
import { updateRate } from '#core/model/return-rates/belief.ts';
import type { FrozenPlan } from '../entries/adopted-plan.ts';
import type { FirstReviews } from '../correction/first-reviews.ts';
import { rateAfterReviews, type ReviewReturns } from './review-returns.ts';

const WEEK_DAYS = 7;

export interface SeenReturns {
  readonly soldUnits: number;
  /** null: not known. */
  readonly returnedUnits: number | null;
  /** Whole weeks on sale. */
  readonly weeks: number;
}

/** First reviews, and what those of past launches told of returns. */
export interface ToldByReviews {
  readonly lesson: ReviewReturns;
  readonly first: FirstReviews;
}

export interface CorrectedMargin {
  /** Margin per unit at the corrected return rate. */
  readonly margin: number;
  /** Expected before and after, shares of the units sold. */
  readonly expectedRate: number;
  readonly rate: number;
  readonly by: 'returns' | 'reviews' | 'both';
}

type Promised = Pick<FrozenPlan, 'returnRate' | 'returnStrength' | 'parts' | 'money'>;

/**
 * Returns the margin at the return rate that follows from the plan's belief, first reviews and first returns; null where
 * neither is known, and where the plan has no such belief, no money, or no returns to scale. Only sales older than two
 * weeks, at an even pace, count as kept.
 */
export function marginAfterReturns(
  { returnRate, returnStrength, parts, money }: Promised,
  seen: SeenReturns,
  told: ToldByReviews | null = null,
): CorrectedMargin | null {
  const margin = money?.margin ?? NaN;
  const by = toldBy(seen, told);
  if (!by || !returnRate || !returnStrength || !parts || Number.isNaN(margin)) return null;
  const before = betaOf(returnRate, returnStrength);
  const reviewed = told ? rateAfterReviews(before, told.lesson, told.first) : before;
  const { a, b } = updateRate(reviewed, decidedUnits(seen));
  const rate = a / (a + b);
  // What returns take from a unit is proportional to their rate: see `keptMoney`.
  const takenPerUnit = parts.returns / parts.unitsSold;
  return {
    margin: margin + takenPerUnit * (rate / returnRate - 1),
    ...{ expectedRate: returnRate, rate, by },
  };
}

function toldBy(
  { returnedUnits }: SeenReturns,
  told: ToldByReviews | null,
): CorrectedMargin['by'] | null {
  const isReviewed = told !== null && told.first.count > 0;
  if (returnedUnits === null) return isReviewed ? 'reviews' : null;
  return isReviewed ? 'both' : 'returns';
}

function decidedUnits({ soldUnits, returnedUnits, weeks }: SeenReturns) {
  if (returnedUnits === null) return { returned: 0, sold: 0 };
  const days = WEEK_DAYS * weeks;
  const decided = (soldUnits * Math.max(0, days - DAYS_TO_RETURN)) / days;
  return { returned: returnedUnits, sold: Math.max(decided, returnedUnits) };
}

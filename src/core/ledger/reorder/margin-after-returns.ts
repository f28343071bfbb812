// Corrects the margin of a unit by what has come back of a launch on sale: first returns decide how much to reorder.

import { betaOf } from '#core/base/statistics/beta-distribution.ts';
import { DAYS_TO_RETURN } from '#core/import/reviews/review-outcomes.ts';
import { updateRate } from '#core/model/return-rates/belief.ts';
import type { FrozenPlan } from '../entries/adopted-plan.ts';

const WEEK_DAYS = 7;

export interface SeenReturns {
  readonly soldUnits: number;
  readonly returnedUnits: number;
  /** Whole weeks on sale. */
  readonly weeks: number;
}

export interface CorrectedMargin {
  /** Margin per unit at the corrected return rate. */
  readonly margin: number;
  /** Expected before and after the returns, shares of the units sold. */
  readonly expectedRate: number;
  readonly rate: number;
}

type Promised = Pick<FrozenPlan, 'returnRate' | 'returnStrength' | 'parts' | 'money'>;

/**
 * Returns the margin at the return rate that follows from the plan's belief and the first returns; null where the plan has
 * no such belief, no money, or no returns to scale. Only sales older than two weeks, at an even pace, count as kept.
 */
export function marginAfterReturns(
  { returnRate, returnStrength, parts, money }: Promised,
  { soldUnits, returnedUnits, weeks }: SeenReturns,
): CorrectedMargin | null {
  const margin = money?.margin ?? NaN;
  if (!returnRate || !returnStrength || !parts || Number.isNaN(margin)) return null;
  const days = WEEK_DAYS * weeks;
  const decided = (soldUnits * Math.max(0, days - DAYS_TO_RETURN)) / days;
  const sold = Math.max(decided, returnedUnits);
  const { a, b } = updateRate(betaOf(returnRate, returnStrength), {
    ...{ returned: returnedUnits, sold },
  });
  const rate = a / (a + b);
  // What returns take from a unit is proportional to their rate: see `keptMoney`.
  const takenPerUnit = parts.returns / parts.unitsSold;
  return {
    margin: margin + takenPerUnit * (rate / returnRate - 1),
    ...{ expectedRate: returnRate, rate },
  };
}

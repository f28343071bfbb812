// What past launches show about the weeks that follow, for both periods that matter to an order.

import { WEEKS } from '#core/launch/weekly-headers.ts';
import type { DemandSeason } from '../correction/demand-season.ts';
import type { PastLaunches } from '../correction/past-launches.ts';
import { fitSalesCurve } from '../correction/sales-curve.ts';
import { weekLessons, type WeekLessons } from '../correction/week-lessons.ts';
import type { WeekWindow } from './remaining-by-rule.ts';
import { fitReviewReturns, type ReviewReturns } from './review-returns.ts';

export interface ReorderMoment {
  /** Whole weeks since launch, from 1. */
  readonly after: number;
  /** Lead time: days from order to shelf. */
  readonly leadTimeDays: number;
  /** Last week since launch that is considered. */
  readonly lastWeek?: number;
}

export interface ReorderHistory {
  /** Until an order placed next week could arrive. */
  readonly soon: WeekWindow;
  /** Until the end of the first twelve weeks, or of the last week that is known for enough past launches. */
  readonly rest: WeekWindow;
  /** null: these weeks are known for too few launches. */
  readonly learnt: WeekLessons | null;
  readonly season: DemandSeason | null;
  /** null where first reviews told nothing of returns. */
  readonly reviewReturns: ReviewReturns | null;
  /** Whether an order placed now would arrive after the end. */
  readonly isTooLate: boolean;
}

const WEEK_DAYS = 7;
/** Fewest weeks that are considered where all twelve are known for too few launches. */
const LEAST_WEEKS = 8;

/** Fits the longest span known for enough launches; `learnt` is null where there is none. */
export function reorderHistory(
  past: PastLaunches,
  { after, leadTimeDays, lastWeek = WEEKS }: ReorderMoment,
): ReorderHistory {
  const leadWeeks = Math.ceil(leadTimeDays / WEEK_DAYS);
  const spans = (until: number) => ({
    soon: { after, until: Math.min(until, after + leadWeeks + 1) },
    rest: { after, until },
    isTooLate: after + leadWeeks >= until,
    reviewReturns: fitReviewReturns(past, after),
    season: past.season ?? null,
  });
  for (let until = lastWeek; until > after && until >= LEAST_WEEKS; until--) {
    const curve = fitSalesCurve(past, until);
    if (curve) return { ...spans(until), learnt: weekLessons(curve, after) };
  }
  return { ...spans(Math.max(lastWeek, after + 1)), learnt: null };
}

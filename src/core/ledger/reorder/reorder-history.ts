// What past launches show about the weeks that follow, for both periods that matter to an order.

import { WEEKS } from '#core/launch/weekly-headers.ts';
import type { PastLaunches } from './past-launches.ts';
import { fitReviewReturns, type ReviewReturns } from './review-returns.ts';
import {
  fitRemainingDemand,
  type RemainingDemand,
  type RemainingWindow,
} from './remaining-demand.ts';

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
  readonly soon: RemainingWindow;
  /** Until the end of the first twelve weeks, or of the last week that is known for enough past launches. */
  readonly rest: RemainingWindow;
  /** null: these weeks are known for too few launches. */
  readonly learnt: { readonly soon: RemainingDemand; readonly rest: RemainingDemand } | null;
  /** null where first reviews told nothing of returns. */
  readonly reviewReturns: ReviewReturns | null;
  /** Whether an order placed now would arrive after the end. */
  readonly isTooLate: boolean;
}

const WEEK_DAYS = 7;
/** Fewest weeks that are considered where all twelve are known for too few launches. */
const LEAST_WEEKS = 8;

/** Fits both periods over the longest span known for enough launches; `learnt` is null where there is none. */
export function reorderHistory(
  past: PastLaunches,
  { after, leadTimeDays, lastWeek = WEEKS }: ReorderMoment,
): ReorderHistory {
  const leadWeeks = Math.ceil(leadTimeDays / WEEK_DAYS);
  const reviewReturns = fitReviewReturns(past, after);
  const spans = (until: number) => ({
    soon: { after, until: Math.min(until, after + leadWeeks + 1) },
    rest: { after, until },
    isTooLate: after + leadWeeks >= until,
  });
  for (let until = lastWeek; until > after && until >= LEAST_WEEKS; until--) {
    const known = spans(until);
    const rest = fitRemainingDemand(past, known.rest);
    const soon = rest && fitRemainingDemand(past, known.soon);
    if (soon) return { ...known, reviewReturns, learnt: { soon, rest } };
  }
  return { ...spans(Math.max(lastWeek, after + 1)), reviewReturns, learnt: null };
}

// Advises whether and how much to reorder of a product on sale: an (s, S) policy with weekly review. The reorder point
// is the newsvendor quantile of demand until the next order could arrive. Below it, the order with the highest value is
// placed.

import {
  demandAt,
  demandPoints,
  demandSpread,
  oddsOfDemand,
} from '#core/planning/economics/demand.ts';
import { serviceLevel } from '#core/planning/economics/first-stock.ts';
import { quantileOfSorted } from '#core/base/statistics/statistics.ts';
import { bestOrder, type DemandToCome, type OrderTerms } from './best-order.ts';
import type { FirstReviews } from './first-reviews.ts';
import { reviewEffect, usualShare } from './review-term.ts';
import type { ReorderHistory } from './reorder-history.ts';
import { RESIDUALS_BY_RULE, remainingByRule } from './remaining-by-rule.ts';
import { expectedRemaining, type EarlySales, type RemainingWindow } from './remaining-demand.ts';

/** What the seller enters about a launch some weeks after its first day. */
export interface RunningLaunch {
  readonly soldUnits: number;
  /** Days on which the product was out of stock. */
  readonly daysWithoutStock: number;
  readonly stockLeft: number;
  /** Units ordered before that are still on their way. */
  readonly onOrder: number;
  /** log1p of the units forecast over the horizon; NaN where not known. */
  readonly forecastLog: number;
  /** Its first reviews; absent: not known. */
  readonly reviews?: FirstReviews | undefined;
}

export interface ReorderTerms extends OrderTerms {
  /** Days over which the forecast counts. */
  readonly horizonDays: number;
}

/** Median and 80% range of the units still to come. */
export interface UnitsToCome extends RemainingWindow {
  readonly expected: number;
  readonly low80: number;
  readonly high80: number;
}

export interface ReorderAdvice {
  readonly kind: 'order' | 'enough' | 'too-late';
  /** Units to order; 0: none. */
  readonly orderUnits: number;
  /** Order if fewer units are on hand or on their way. */
  readonly reorderPoint: number;
  readonly soon: UnitsToCome;
  readonly rest: UnitsToCome;
  /** Share of cases, 0–1, in which demand until the next order exceeds the units on hand and on their way. */
  readonly shortOdds: number;
  /** Past launches that the advice is based on; null: too few, so a rule of thumb is used. */
  readonly launchCount: number | null;
  /** What the first reviews change; null where they tell nothing. */
  readonly reviews: ReviewCorrection | null;
}

export interface ReviewCorrection extends FirstReviews {
  /** Share of first reviews that usually is negative, 0–1. */
  readonly usual: number;
  /** Demand as a multiple of that without reviews: until the end, else until the next order. */
  readonly factor: number;
}

const WEEK_DAYS = 7;
/** Smallest share of days in stock that is used: demand counts as at most twice the units sold. */
const LEAST_TIME_IN_STOCK = 0.5;

/** Returns the advice, the reorder point, and the demand until the next order and until the end. */
export function adviseReorder(
  lessons: ReorderHistory,
  launch: RunningLaunch,
  terms: ReorderTerms,
): ReorderAdvice {
  const { soon, rest } = demandOf(lessons, launch, terms);
  const there = launch.stockLeft + launch.onOrder;
  const reorderPoint = Math.ceil(demandAt(soon.spread, soon.logUnits, serviceLevel(terms.money)));
  const isAsked = !lessons.isTooLate && there < reorderPoint;
  const orderUnits = isAsked ? bestOrder({ soon, rest, there }, terms) : 0;
  return {
    kind: lessons.isTooLate ? 'too-late' : orderUnits > 0 ? 'order' : 'enough',
    ...{ orderUnits, reorderPoint },
    soon: { ...lessons.soon, ...rangeOf(soon) },
    rest: { ...lessons.rest, ...rangeOf(rest) },
    shortOdds: oddsOfDemand(soon.spread, soon.logUnits, Math.floor(there) + 1),
    launchCount: lessons.learnt?.rest.launchCount ?? null,
    reviews: reviewCorrection(lessons, launch),
  };
}

function reviewCorrection(
  { learnt }: ReorderHistory,
  { reviews }: RunningLaunch,
): ReviewCorrection | null {
  const term = learnt?.rest.reviews ?? learnt?.soon.reviews;
  if (!term || !reviews || reviews.count === 0) return null;
  return { ...reviews, usual: usualShare(term), factor: Math.exp(reviewEffect(term, reviews)) };
}

function demandOf(
  { learnt, ...spans }: ReorderHistory,
  launch: RunningLaunch,
  { horizonDays }: ReorderTerms,
): { readonly soon: DemandToCome; readonly rest: DemandToCome } {
  const early = earlySales(launch, spans.rest.after);
  const of = (name: 'soon' | 'rest'): DemandToCome => {
    if (learnt)
      return {
        logUnits: expectedRemaining(learnt[name], early),
        spread: demandSpread(learnt[name].residuals),
      };
    const window = { ...spans[name], forecastWeeks: horizonDays / WEEK_DAYS };
    return { logUnits: remainingByRule(early, window), spread: demandSpread(RESIDUALS_BY_RULE) };
  };
  return { soon: of('soon'), rest: of('rest') };
}

/** Returns the units so far, scaled up as if the product had been in stock on every day. */
function earlySales(launch: RunningLaunch, weeks: number): EarlySales {
  const days = WEEK_DAYS * weeks;
  const inStock = Math.max(LEAST_TIME_IN_STOCK, (days - launch.daysWithoutStock) / days);
  const { soldUnits, forecastLog, reviews } = launch;
  return { units: soldUnits / inStock, forecastLog, reviews };
}

function rangeOf({ spread, logUnits }: DemandToCome): Omit<UnitsToCome, keyof RemainingWindow> {
  const points = demandPoints(spread, logUnits);
  const [low80, expected, high80] = [0.1, 0.5, 0.9].map((share) => quantileOfSorted(points, share));
  return { low80: low80!, expected: expected!, high80: high80! };
}

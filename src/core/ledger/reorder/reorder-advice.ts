// Advises whether and how much to reorder of a product on sale: a base-stock policy with weekly review. The reorder point
// is the stock level with the highest value; an order fills up to it.

import { demandPoints, demandSpread } from '#core/planning/economics/demand.ts';
import {
  correctForecast,
  pointsOf,
  rangeOf,
  type CorrectedForecast,
  type RunningSales,
  type UnitsRange,
} from '../correction/corrected-forecast.ts';
import type { FirstReviews } from '../correction/first-reviews.ts';
import { demandSoFar } from '../correction/observed-sales.ts';
import { reviewEffect, usualShare } from '../correction/review-term.ts';
import { bestLevel, bestOrder, type DemandToCome, type OrderTerms } from './best-order.ts';
import { RESIDUALS_BY_RULE, remainingByRule, type WeekWindow } from './remaining-by-rule.ts';
import type { ReorderHistory } from './reorder-history.ts';

/** What the seller enters about a launch some weeks after its first day. */
export interface RunningLaunch extends RunningSales {
  readonly stockLeft: number;
  /** Units ordered before that are still on their way. */
  readonly onOrder: number;
}

export interface ReorderTerms extends OrderTerms {
  /** Days over which the forecast counts. */
  readonly horizonDays: number;
}

/** Median and 80% range of the units still to come. */
export interface UnitsToCome extends WeekWindow, UnitsRange {}

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
  /** null where too few past launches are known. */
  readonly corrected: CorrectedForecast | null;
  /** What the first reviews change; null where they tell nothing. */
  readonly reviews: ReviewCorrection | null;
}

export interface ReviewCorrection extends FirstReviews {
  /** Share of first reviews that usually is negative, 0–1. */
  readonly usual: number;
  /** Demand as a multiple of that without reviews. */
  readonly factor: number;
}

const WEEK_DAYS = 7;

/** Returns the advice, the reorder point, and the demand until the next order and until the end. */
export function adviseReorder(
  lessons: ReorderHistory,
  launch: RunningLaunch,
  terms: ReorderTerms,
): ReorderAdvice {
  const corrected = correctionOf(lessons, launch, terms);
  const { soon, rest } = corrected
    ? demandOf(lessons, corrected)
    : demandByRule(lessons, launch, terms);
  const there = launch.stockLeft + launch.onOrder;
  const orderUnits = lessons.isTooLate ? 0 : bestOrder({ soon, rest, there }, terms);
  return {
    kind: lessons.isTooLate ? 'too-late' : orderUnits > 0 ? 'order' : 'enough',
    ...{ orderUnits, reorderPoint: Math.ceil(bestLevel({ soon, rest }, terms.money)) },
    soon: { ...lessons.soon, ...rangeOf(soon) },
    rest: { ...lessons.rest, ...rangeOf(rest) },
    shortOdds: soon.filter((units) => units >= Math.floor(there) + 1).length / soon.length,
    launchCount: lessons.learnt?.curve.launches.length ?? null,
    ...{ corrected, reviews: reviewCorrection(lessons, launch) },
  };
}

function reviewCorrection(
  { learnt }: ReorderHistory,
  { reviews }: RunningLaunch,
): ReviewCorrection | null {
  const term = learnt?.reviews;
  if (!term || !reviews || reviews.count === 0) return null;
  return { ...reviews, usual: usualShare(term), factor: Math.exp(reviewEffect(term, reviews)) };
}

function correctionOf(
  { learnt, season }: ReorderHistory,
  launch: RunningLaunch,
  { horizonDays }: ReorderTerms,
): CorrectedForecast | null {
  return learnt && correctForecast(learnt, launch, { season, horizonDays });
}

function demandOf({ soon, rest }: ReorderHistory, { paths }: CorrectedForecast): DemandToCome {
  const of = ({ after, until }: WeekWindow) => pointsOf(paths, 0, until - after);
  return { soon: of(soon), rest: of(rest) };
}

function demandByRule(
  spans: ReorderHistory,
  launch: RunningLaunch,
  { horizonDays }: ReorderTerms,
): DemandToCome {
  const units = demandSoFar(launch, spans.rest.after);
  const of = (window: WeekWindow) => {
    const weeks = { ...window, forecastWeeks: horizonDays / WEEK_DAYS };
    const { forecastLog } = launch;
    const log = remainingByRule({ units, forecastLog }, weeks);
    return demandPoints(demandSpread(RESIDUALS_BY_RULE), log);
  };
  return { soon: of(spans.soon), rest: of(spans.rest) };
}

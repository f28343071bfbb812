// Learns how fast levels move and how much each season counts, from what followed every earlier week of the shop's own
// series. One rate and one set of weights serve all series, so short and noisy ones are not fitted to their noise.

import { mean } from '#core/base/statistics/statistics.ts';
import { invert, pairsOf, pairTimes } from '#core/model/ridge/symmetric.ts';
import { remembered } from '../series/same-week.ts';
import { expectedChange, pastChanges, type PastChange } from './past-changes.ts';
import {
  COLUMN_COUNT,
  smoothHistory,
  type DemandHistory,
  type SmoothedHistory,
} from './seasonal-columns.ts';

export interface DemandFit {
  /** What a week moves the level by, 0–1. */
  readonly rate: number;
  /** What counts of each of the seasonal columns. */
  readonly weights: Float64Array;
  /** Mean absolute error of the changes that it was fitted to, on the log1p scale. */
  readonly error: number;
  readonly smoothed: SmoothedHistory;
}

const RATES = [0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6];
/** Weeks ahead that weights are learnt from: a quarter. */
const FIT_WEEKS = 13;
/** Weights before anything is known: half of the shop's own seasons, nothing of the market's. */
const PRIOR_WEIGHTS = Float64Array.of(0.5, 0.5, 0);
/** The prior counts as so many earlier origins, each with seasonal changes of this variance. */
const PRIOR_ORIGINS = 16;
const USUAL_VARIANCE = 0.15;

/** Fits the rate and the weights; null where no series is known for long enough (`LEAST_WEEKS`). */
export function fitDemand(given: DemandHistory): DemandFit | null {
  const history = { ...given, sameWeek: remembered(given.sameWeek) };
  let best: DemandFit | null = null;
  for (const rate of RATES) {
    const smoothed = smoothHistory(history, rate);
    const origins = byOrigin(pastChanges(history.own, smoothed, FIT_WEEKS));
    if (origins.length === 0) return null;
    const weights = fitWeights(origins);
    const error = mean(origins.map((changes) => meanError(changes, weights)));
    if (!best || error < best.error) best = { rate, weights, smoothed, error };
  }
  return best;
}

/**
 * Least squares of the changes on the columns, drawn towards `PRIOR_WEIGHTS`. All changes after an origin count as one together,
 * because they err together.
 */
function fitWeights(origins: readonly (readonly PastChange[])[]): Float64Array {
  const prior = PRIOR_ORIGINS * USUAL_VARIANCE;
  const right = PRIOR_WEIGHTS.map((weight) => weight * prior);
  const examples = origins.flatMap((changes) =>
    changes.map(({ columns, change }) => ({ columns, change, share: 1 / changes.length })),
  );
  for (const { columns, change, share } of examples)
    for (const [i, column] of columns.entries()) right[i] = right[i]! + share * column * change;
  const precision = pairsOf(COLUMN_COUNT, (i, j) =>
    examples.reduce(
      (total, { columns, share }) => total + share * columns[i]! * columns[j]!,
      i === j ? prior : 0,
    ),
  );
  return pairTimes(invert(precision, COLUMN_COUNT), right);
}

function meanError(changes: readonly PastChange[], weights: Float64Array): number {
  return mean(
    changes.map(({ change, columns }) => Math.abs(change - expectedChange(columns, weights))),
  );
}

function byOrigin(changes: readonly PastChange[]): PastChange[][] {
  const groups: PastChange[][] = [];
  for (const change of changes) {
    const group = groups.at(-1);
    if (group?.[0]?.origin === change.origin) group.push(change);
    else groups.push([change]);
  }
  return groups;
}

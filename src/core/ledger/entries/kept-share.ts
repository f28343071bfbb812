// Estimates which share of the gains that plans promised over the usual approach came true. A plan is the best of
// thousands of actions, and chance flatters the best: later plans count what actions add at this share.

import { EIGHT_IN_TEN } from '#core/base/statistics/wilson.ts';
import type { Objective } from '#core/planning/plan/aim.ts';
import type { KeptShare } from '#core/planning/plan/launch-plan.ts';
import type { Day } from '#core/base/dates.ts';
import { LEAST_FOR_RANGE } from './mean-range.ts';
import { valueOverHabit, type Settled } from './promise-outcome.ts';
import { launchedOn } from './results-as-launches.ts';

/** A gain over the usual approach, in the objective. */
export interface PromisedGain {
  readonly promised: number;
  readonly realised: number;
  /** Standard deviation of the launch's result around its forecast. */
  readonly deviation: number;
}

/** Standard deviation of the share before any result, around 1: shares of 0.3 and 1.7 are unlikely. */
const PRIOR_DEVIATION = 0.35;
/** Deviations by which a result counts at most: one hit or input error must not decide. */
const MOST_DEVIATIONS = 3;
/** Share from which all counts as kept: the difference is not worth a word. */
const NEARLY_ALL = 0.95;
/** Smallest share by which an earlier promise is divided to have it in full. */
const LEAST_SHARE = 0.5;

/**
 * Returns the share of promised gains that came true, 0–1: good luck never raises a promise. null with fewer than
 * LEAST_FOR_RANGE promised gains.
 *
 * It is the posterior mean of κ in realised = κ · promised + noise under κ ~ N(1, τ²), a Bayesian linear regression with
 * known noise (Bishop 2006, "Pattern recognition and machine learning", 3.3): 1 + (Σ x (y − x) / s²) / (1/τ² + Σ x² / s²),
 * x promised and y realised. The noise s grows with the launch, and is at least x, so that no single launch decides.
 */
export function keptShare(gains: readonly PromisedGain[]): KeptShare | null {
  const counted = gains.filter(({ promised }) => promised > 0);
  if (counted.length < LEAST_FOR_RANGE) return null;
  let shortfall = 0;
  let precision = PRIOR_DEVIATION ** -2;
  for (const { promised, realised, deviation } of counted) {
    const noise = Math.max(deviation, promised);
    const deviations = (realised - promised) / noise;
    shortfall +=
      (promised / noise) * Math.max(-MOST_DEVIATIONS, Math.min(MOST_DEVIATIONS, deviations));
    precision += (promised / noise) ** 2;
  }
  const share = Math.max(0, Math.min(1, 1 + shortfall / precision));
  return { share, count: counted.length };
}

/**
 * Returns the share at which plans for an objective count gains; null: in full, as far as results show.
 * @param learntUntil day of the last launch that the model learnt: it knows results up to it, and none counts twice
 */
export function countedShare(
  settled: readonly Settled[],
  objective: Objective,
  learntUntil: Day,
): KeptShare | null {
  const own = settled.filter(
    (entry) => entry.objective === objective && launchedOn(entry) > learntUntil,
  );
  const kept = keptShare(own.flatMap((entry) => gainOf(entry) ?? []));
  return kept && kept.share < NEARLY_ALL ? kept : null;
}

/** Returns the gain of an entry, as it would have been promised in full; null where the result does not show it. */
function gainOf(entry: Settled): PromisedGain | null {
  const gain = valueOverHabit(entry);
  // The share scales what actions add, not what a plan saves, so that a small one would exaggerate the full gain.
  const promised = (gain?.promised ?? NaN) / Math.max(LEAST_SHARE, entry.keptShare ?? 1);
  if (!gain || !Number.isFinite(promised) || isCutShort(entry)) return null;
  return { ...gain, promised, deviation: deviationOf(entry) };
}

/** Whether the stock was below the units promised, which are demand, so that no result could keep the promise. */
function isCutShort({ objective, actual, action, outcome }: Settled): boolean {
  return objective === 'units' && (actual.firstStock ?? action.stockUnits) < outcome.units.expected;
}

/** Returns the standard deviation of a normal distribution whose 80% range is as wide as the plan's in its objective. */
function deviationOf({ objective, outcome, actual, action }: Settled): number {
  const isShare = objective === 'sell-through';
  const { low80, high80 } = (isShare ? null : outcome[objective]) ?? outcome.units;
  const stock = Math.max(1, actual.firstStock ?? action.stockUnits);
  const width = isShare
    ? (Math.min(high80, stock) - Math.min(low80, stock)) / stock
    : high80 - low80;
  return width / (2 * EIGHT_IN_TEN);
}

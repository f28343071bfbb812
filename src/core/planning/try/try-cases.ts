// The cases of a two-stage launch: demand and the part of it that the first two weeks show. Demand points × noise points,
// all equally likely, so that expectations are sums.

import { normalQuantile } from '#core/base/statistics/normal-distribution.ts';
import { profitAt } from '../economics/launch-profit.ts';
import type { UnitMoney } from '../plan/unit-money.ts';
import type { EarlyPace } from './early-pace.ts';

/** Number of equally likely deviations of the early demand. */
const NOISE_POINTS = 7;

/** One case, in units. */
export interface TryCase {
  /** Demand within the horizon. */
  readonly demand: number;
  /** Demand of the first two weeks, at most `demand`. */
  readonly seen: number;
  /** Demand until the reorder arrives, from `seen` to `demand`. */
  readonly arrived: number;
}

/**
 * Returns the cases. Early demand is its share F of demand D times exp(σ z − σ² / 2), which keeps the mean; what remains
 * comes at the pace of the curve. σ² is the noise of the pace and that of counting: of D units, each falls into the first
 * weeks with probability F, so the count has the relative variance (1 − F) / (F D).
 * @param demand equally likely units within the horizon
 */
export function tryCases(demand: Float64Array, pace: EarlyPace): TryCase[] {
  const { seenShare, arrivedShare, noise } = pace;
  const ofRest = seenShare < 1 ? (arrivedShare - seenShare) / (1 - seenShare) : 1;
  const points = noisePoints();
  return [...demand].flatMap((units) => {
    const mean = units * seenShare;
    const variance = noise ** 2 + (mean > 0 ? (1 - seenShare) / mean : 0);
    return points.map((z) => {
      const seen = Math.min(units, mean * Math.exp(Math.sqrt(variance) * z - variance / 2));
      return { demand: units, seen, arrived: seen + (units - seen) * ofRest };
    });
  });
}

/** Equally likely standard normal deviations, scaled to a variance of 1. */
function noisePoints(): number[] {
  const points = Array.from({ length: NOISE_POINTS }, (_, i) =>
    normalQuantile((i + 0.5) / NOISE_POINTS),
  );
  const deviation = Math.sqrt(points.reduce((all, z) => all + z * z, 0) / NOISE_POINTS);
  return points.map((z) => z / deviation);
}

/** A first order and a reorder, in units. */
export interface Orders {
  readonly first: number;
  readonly again: number;
}

/**
 * Returns the profit of a case. Demand between running out and the arrival of the reorder is lost, and with it its
 * share of later sales; all other demand meets both orders.
 */
export function profitOfCase(
  { demand, arrived }: TryCase,
  { first, again }: Orders,
  money: UnitMoney,
): number {
  const lost = Math.max(0, arrived - first);
  return profitAt(demand - lost, { money, stock: first + again });
}

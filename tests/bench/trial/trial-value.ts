// Calculates what it is worth to know the elasticity of ad spend or of the tag price better, for a shop that stands at
// the best of what is believed, and what the trial costs. Beliefs are normal. Profit is a product's margin, multiplied
// by factor^elasticity, less its ad spend.

import { armDeviation } from '#core/season/offers/known-arms.ts';
import { AD_FACTOR, trialNoise } from '#core/season/experiments/response-trial.ts';
import { PRICE_ELASTICITY, SPEND_ELASTICITY } from '#core/model/blend/published-response.ts';
import { normalDensity } from '#core/base/statistics/normal-distribution.ts';

/** What is believed of an elasticity: a normal distribution. */
export interface Belief {
  readonly mean: number;
  readonly deviation: number;
}

export interface Response extends Belief {
  /** By what a trial multiplies or divides. */
  readonly factor: number;
  /** By what plans may multiply or divide afterwards. */
  readonly reach: number;
  /** Returns the expected profit after a move, in log units, from the best of the prior; its scale does not matter. */
  readonly profitAt: (move: number, belief: Belief) => number;
}

/** Returns by what sales are multiplied, on average over the belief. */
export function grownBy(move: number, { mean, deviation }: Belief): number {
  return Math.exp(mean * move + 0.5 * (deviation * move) ** 2);
}

/**
 * Published elasticities of ads are skewed: mean 0.12, median 0.05. The exponential distribution, whose deviation is its
 * mean, is less skewed. At the best of the prior, ads take that share of the margin.
 */
export const SPEND: Response = {
  ...{ mean: SPEND_ELASTICITY, deviation: 0.1, factor: AD_FACTOR, reach: AD_FACTOR },
  profitAt: (move, belief) => grownBy(move, belief) - SPEND_ELASTICITY * Math.exp(move),
};

/**
 * The means of two meta-analyses are 0.8 apart, and few elasticities exceed −1. At the best of the prior, the margin is
 * 1/|elasticity| of the price. Plans may choose tags from 0.8 to 1.2 times the list price.
 */
export const TAG: Response = {
  ...{ mean: PRICE_ELASTICITY, deviation: 1, factor: 1.05, reach: 1.2 },
  profitAt: (move, belief) => (1 - PRICE_ELASTICITY * Math.expm1(move)) * grownBy(move, belief),
};

export interface TrialValue {
  /** Standard error of the trial's elasticity. */
  readonly error: number;
  /** Posterior deviation. */
  readonly after: number;
  /** Expected gain of a later season that plans by the posterior, as a share of its profit. */
  readonly gain: number;
  /** Expected loss of the season of the trial, as a share of its profit. */
  readonly cost: number;
}

/** Moves that are compared, on each side. */
const MOVES = 50;
const STEPS = 200;
const FARTHEST = 6;

/** Returns the move that earns most, within the reach. */
export function bestMove(
  reach: number,
  profitAt: (move: number) => number,
): { readonly move: number; readonly profit: number } {
  let best = { move: 0, profit: profitAt(0) };
  for (let i = -MOVES; i <= MOVES; i++) {
    const move = (i / MOVES) * Math.log(reach);
    const profit = profitAt(move);
    if (profit > best.profit) best = { move, profit };
  }
  return best;
}

/** Returns what a trial of so many launches teaches, gains and costs. */
export function valueOfTrial(
  response: Response,
  { deviation, launches }: { readonly deviation: number; readonly launches: number },
): TrialValue {
  const noise = trialNoise(deviation, response.factor);
  const after = armDeviation({ between: response.deviation, noise }, launches);
  const before = bestMove(response.reach, (move) => response.profitAt(move, response));
  // Before the trial, the mean of the posterior is normal around that of the prior.
  const moved = Math.sqrt(Math.max(0, response.deviation ** 2 - after ** 2));
  let [known, weights] = [0, 0];
  for (let i = -STEPS; i <= STEPS; i++) {
    const z = (FARTHEST * i) / STEPS;
    const belief = { mean: response.mean + moved * z, deviation: after };
    const { profit } = bestMove(response.reach, (move) => response.profitAt(move, belief));
    known += normalDensity(z) * profit;
    weights += normalDensity(z);
  }
  const step = Math.log(response.factor);
  const [more, less] = [step, -step].map((by) => response.profitAt(before.move + by, response));
  return {
    ...{ error: noise / Math.sqrt(launches), after },
    gain: known / weights / before.profit - 1,
    cost: 1 - (more! + less!) / 2 / before.profit,
  };
}

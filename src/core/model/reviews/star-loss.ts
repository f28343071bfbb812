// The loss of an ordinal model of stars (all-threshold, Rennie & Srebro 2005): one score of a text, four thresholds, and
// a logistic regression at each, P(stars ≤ k) = σ(threshold k − score). It is convex, and the score is linear, so each
// sentence's part of it can be told.

import type { Smooth } from '#core/base/statistics/lbfgs.ts';
import type { TermRows } from './term-rows.ts';

/** Stars 1 to 5 have four thresholds between them. */
export const THRESHOLDS = 4;

/** Reviews to learn from. */
export interface StarRows {
  readonly terms: TermRows;
  readonly termCount: number;
  /** Other features, [reviews × denseCount]. */
  readonly dense: Float64Array;
  readonly denseCount: number;
  /** 1–5, [reviews]. */
  readonly stars: ArrayLike<number>;
  /** Rows that count. */
  readonly used: readonly number[];
}

/** Normal priors of dense weights and thresholds; term weights have mean 0 and variance 1 / `termPrecision`. */
export interface StarPrior {
  readonly termPrecision: number;
  /** [denseCount] */
  readonly denseMeans: ArrayLike<number>;
  readonly densePrecisions: ArrayLike<number>;
  /** [THRESHOLDS] */
  readonly thresholdMeans: ArrayLike<number>;
  readonly thresholdPrecision: number;
}

/**
 * Returns the negative log posterior as a function of [term weights, dense weights, thresholds]. The four regressions of
 * a review count as one: each has a quarter of its weight.
 */
export function starLoss(rows: StarRows, prior: StarPrior): Smooth {
  const { terms, termCount, dense, denseCount, stars, used } = rows;
  const { starts, columns, values } = terms;
  const atThresholds = termCount + denseCount;
  return (at, gradient) => {
    let loss = priorLoss(rows, prior, at, gradient);
    for (const row of used) {
      let score = 0;
      for (let e = starts[row]!; e < starts[row + 1]!; e++) score += at[columns[e]!]! * values[e]!;
      for (let d = 0; d < denseCount; d++)
        score += at[termCount + d]! * dense[row * denseCount + d]!;
      let pull = 0;
      for (let k = 0; k < THRESHOLDS; k++) {
        const logit = at[atThresholds + k]! - score;
        const isBelow = stars[row]! <= k + 1;
        // One exponential serves the loss, ln(1 + exp(±logit)), and its slope.
        const tail = Math.exp(-Math.abs(logit));
        const chance = (logit >= 0 ? 1 : tail) / (1 + tail);
        loss += (Math.max(isBelow ? -logit : logit, 0) + Math.log1p(tail)) / THRESHOLDS;
        const residual = (chance - (isBelow ? 1 : 0)) / THRESHOLDS;
        gradient[atThresholds + k]! += residual;
        pull -= residual;
      }
      for (let e = starts[row]!; e < starts[row + 1]!; e++)
        gradient[columns[e]!]! += pull * values[e]!;
      for (let d = 0; d < denseCount; d++)
        gradient[termCount + d]! += pull * dense[row * denseCount + d]!;
    }
    return loss;
  };
}

/** Writes the gradient of the prior and returns its loss. */
function priorLoss(
  { termCount, denseCount }: StarRows,
  prior: StarPrior,
  at: Float64Array,
  gradient: Float64Array,
): number {
  let loss = 0;
  const add = (j: number, mean: number, precision: number) => {
    const away = at[j]! - mean;
    gradient[j] = precision * away;
    loss += 0.5 * precision * away * away;
  };
  for (let j = 0; j < termCount; j++) add(j, 0, prior.termPrecision);
  for (let d = 0; d < denseCount; d++)
    add(termCount + d, prior.denseMeans[d]!, prior.densePrecisions[d]!);
  for (let k = 0; k < THRESHOLDS; k++)
    add(termCount + denseCount + k, prior.thresholdMeans[k]!, prior.thresholdPrecision);
  return loss;
}

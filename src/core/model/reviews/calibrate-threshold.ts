// Platt's scaling (Platt 1999) of a score, with a prior so that few or one-sided reviews keep it within bounds.

import { minimise } from '#core/base/statistics/lbfgs.ts';
import type { StarThreshold } from './rating-head.ts';
import { sigmoid, softplus } from '#core/base/statistics/statistics.ts';

const DESCENT = { iterations: 100, tolerance: 1e-10 };
/** Precision of the slope around 1, and of the level around what is usual. */
const SLOPE_PRECISION = 10;
const LEVEL_PRECISION = 0.05;

/**
 * Fits P(below) = σ(level − slope · score) to scores of reviews that the score was not fitted to.
 * @param usual level before any review was seen
 */
export function calibratedThreshold(
  scores: readonly number[],
  isBelow: readonly boolean[],
  usual: number,
): StarThreshold {
  const [level = usual, slope = 1] = minimise(
    ([a = 0, b = 0], gradient) => {
      gradient[0] = LEVEL_PRECISION * (a - usual);
      gradient[1] = SLOPE_PRECISION * (b - 1);
      let loss = 0.5 * LEVEL_PRECISION * (a - usual) ** 2 + 0.5 * SLOPE_PRECISION * (b - 1) ** 2;
      scores.forEach((score, i) => {
        const logit = a - b * score;
        loss += softplus(isBelow[i]! ? -logit : logit);
        const residual = sigmoid(logit) - (isBelow[i]! ? 1 : 0);
        gradient[0]! += residual;
        gradient[1]! -= residual * score;
      });
      return loss;
    },
    Float64Array.of(usual, 1),
    DESCENT,
  );
  return { level, slope: Math.max(0, slope) };
}

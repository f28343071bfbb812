// Predicts a product's outcomes from the nearest launches: their mean, weighted by the similarity of product and
// action. Where none is similar, it is the mean of all launches.

import type { Analogues, KnownOutcome } from './analogues.ts';
import type { NearLaunches } from '#core/base/statistics/top-matches.ts';
import { nearestFinder } from './nearest-launches.ts';

/** Weight of the mean of all launches: as much as one launch whose product has a cosine of 0.37. */
const MEAN_WEIGHT = 0.05;
/**
 * Decay of weights with the distance of actions: another channel or promotion counts for about half. The week is not
 * compared: on worlds of two years or more that was worse, because all launches show the season better than similar
 * ones.
 */
const ACTION_SHARPNESS = 0.3;

/**
 * Returns z of each outcome under each action, [outcomes][actions]: a mean weighted by similarity (Nadaraya 1964,
 * Watson 1964). `phi` is [actions, basis].
 */
export function analogueValues(
  analogues: Analogues,
  { launches, similarity }: NearLaunches,
  { phi, basis }: { readonly phi: Float32Array; readonly basis: number },
): Float64Array[] {
  const actionCount = phi.length / basis;
  const values = analogues.outcomes.map(() => new Float64Array(actionCount));
  const weights = new Float64Array(launches.length);
  for (let action = 0; action < actionCount; action++) {
    const own = phi.subarray(action * basis, (action + 1) * basis);
    launches.forEach((launch, i) => {
      const apart = squaredDistance(analogues, launch, own);
      weights[i] = similarity[i]! * Math.exp(-ACTION_SHARPNESS * apart);
    });
    analogues.outcomes.forEach((outcome, h) => {
      values[h]![action] = weightedMean(outcome, launches, weights);
    });
  }
  return values;
}

/**
 * Returns z of each outcome of some launches, [outcomes][rows].
 * @param x [rows, product inputs]
 * @param phi [rows, basis]
 */
export function predictAnalogues(
  analogues: Analogues,
  x: Float32Array,
  phi: Float32Array,
  rowCount: number,
): Float64Array[] {
  const nearest = nearestFinder(analogues);
  const inputs = x.length / rowCount;
  const basis = phi.length / rowCount;
  const values = analogues.outcomes.map(() => new Float64Array(rowCount));
  for (let row = 0; row < rowCount; row++) {
    const near = nearest(x.subarray(row * inputs, (row + 1) * inputs));
    const own = { phi: phi.subarray(row * basis, (row + 1) * basis), basis };
    analogueValues(analogues, near, own).forEach(([value], h) => (values[h]![row] = value!));
  }
  return values;
}

function squaredDistance(
  { actions, firstAction, price }: Analogues,
  launch: number,
  phi: Float32Array,
): number {
  const width = actions.length / price.length;
  let square = 0;
  for (let k = 0; k < width; k++) {
    square += (phi[firstAction + k]! - actions[launch * width + k]!) ** 2;
  }
  return square;
}

function weightedMean(
  { mean, beyond, weight }: KnownOutcome,
  launches: Uint32Array,
  weights: Float64Array,
): number {
  let total = MEAN_WEIGHT;
  let weighed = 0;
  launches.forEach((launch, i) => {
    const own = weights[i]! * weight[launch]!;
    total += own;
    weighed += own * beyond[launch]!;
  });
  return mean + weighed / total;
}

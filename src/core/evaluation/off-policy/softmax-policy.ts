// The evaluated policy: the plan, softened. A plan that always takes the best action resembles few past launches. A
// policy that takes actions more often the more they promise resembles more of them.

import { mean, standardDeviation } from '#core/base/statistics/statistics.ts';
import type { LoggedLaunches } from './logged-launches.ts';

/**
 * Softmax temperature, in standard deviations of the expected rewards of a launch's actions. An action expected to
 * bring one standard deviation more is taken e^(1/0.6), about five times, as often.
 */
export const TEMPERATURE = 0.6;
/** Least propensity of an action with support. Below it the policy leaves the action out, so a weight is at most 50. */
export const LEAST_PROPENSITY = 0.02;

/**
 * Returns the softmax of the expected rewards over the actions that have support, [n, K]: π(a | x) = exp(q̂(x, a) / (T
 * s(x))) / Σ exp(q̂(x, b) / (T s(x))), with s(x) the standard deviation of q̂(x, ·). Equal rewards give equal chances.
 * A launch without any action that has support gets zeros.
 */
export function softmaxPolicy(
  { count, actions, propensities, expected }: LoggedLaunches,
  temperature: number = TEMPERATURE,
): Float64Array {
  const width = actions.length;
  const policy = new Float64Array(count * width);
  for (let i = 0; i < count; i++) {
    const at = i * width;
    const supported = Array.from(actions.keys()).filter(
      (a) => propensities[at + a]! >= LEAST_PROPENSITY,
    );
    const chances = softmax(
      supported.map((a) => expected[at + a]!),
      temperature,
    );
    supported.forEach((a, k) => (policy[at + a] = chances[k]!));
  }
  return policy;
}

function softmax(values: readonly number[], temperature: number): number[] {
  if (values.length === 0) return [];
  const centre = mean(values);
  const scale = temperature * standardDeviation(values);
  const top = Math.max(...values) - centre;
  const shares = values.map((value) => (scale > 0 ? Math.exp((value - centre - top) / scale) : 1));
  const total = shares.reduce((all, share) => all + share, 0);
  return shares.map((share) => share / total);
}

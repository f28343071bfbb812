// The policy that is asked about: the plan, softened. A plan that always takes the best action is like few past launches; one that
// takes an action the more often the more it promises is like more of them.

import { mean, standardDeviation } from '../statistics.ts';
import type { LoggedLaunches } from './logged-launches.ts';

/**
 * In standard deviations of what is expected of a launch's actions. An action expected to bring one of them more is taken e^(1/0.6),
 * about five times, as often.
 */
export const TEMPERATURE = 0.6;
/** An action whose chance was lower tells nothing of such a product: the policy leaves it out, and a weight is 50 at most. */
export const LEAST_PROPENSITY = 0.02;

/**
 * Softmax of the expected rewards over the actions that have support, [n, K]:
 * π(a | x) = exp(q̂(x, a) / (T s(x))) / Σ exp(q̂(x, b) / (T s(x))), with s(x) the standard deviation of q̂(x, ·). Where all are
 * expected to bring the same, all are as likely. A launch of which no action has support gets no policy, zeros.
 */
export function softenedPlan(
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

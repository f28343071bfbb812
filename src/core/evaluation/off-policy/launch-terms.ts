// The terms that each launch contributes to every estimator: computed once, resampled often.

import { sum } from '#core/base/statistics/statistics.ts';
import type { LoggedLaunches } from './logged-launches.ts';

/** One entry per launch. */
export interface LaunchTerms {
  readonly reward: Float64Array;
  /** Importance weight π(a | x) / p(a | x) of the action taken, clipped. */
  readonly weight: Float64Array;
  /** Reward that the model expects under the policy, Σ π(a | x) q̂(x, a). */
  readonly model: Float64Array;
  /** Reward that the model expects of the action taken. */
  readonly own: Float64Array;
}

/**
 * Returns the highest importance weight, √n. It is low enough that no launch decides alone. It is high enough that its
 * bias vanishes as launches grow: Ionides (2008), "Truncated importance sampling", J. Comput. Graph. Stat. 17(2).
 */
export function weightCeiling(count: number): number {
  return Math.sqrt(count);
}

/** Returns the importance weight wanted / propensity, at most `ceiling`; 0 where the policy never takes the action. */
export function clippedWeight(wanted: number, propensity: number, ceiling: number): number {
  return wanted === 0 ? 0 : Math.min(ceiling, wanted / propensity);
}

/**
 * Computes the terms of every launch.
 * @param policy chances of the evaluated policy, [n, K]
 * @throws Error where the policy has another size
 */
export function launchTerms(
  { count, actions, taken, reward, propensities, expected }: LoggedLaunches,
  policy: Float64Array,
  ceiling: number = weightCeiling(count),
): LaunchTerms {
  const width = actions.length;
  if (policy.length !== count * width) {
    throw new Error(`expected a policy of ${count} × ${width} chances, got ${policy.length}`);
  }
  const at = (i: number) => i * width + taken[i]!;
  const weightOf = (i: number): number =>
    clippedWeight(policy[at(i)]!, propensities[at(i)]!, ceiling);
  const modelOf = (i: number): number =>
    sum(Array.from(actions, (_, a) => policy[i * width + a]! * expected[i * width + a]!));
  const each = (of: (i: number) => number) => Float64Array.from({ length: count }, (_, i) => of(i));
  return {
    reward,
    weight: each(weightOf),
    model: each(modelOf),
    own: each((i) => expected[at(i)]!),
  };
}

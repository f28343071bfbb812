// What each launch adds to the estimates, whichever of them: made once, resampled often.

import { sum } from '../statistics.ts';
import type { LoggedLaunches } from './logged-launches.ts';

/** One entry a launch. */
export interface LaunchTerms {
  readonly reward: Float64Array;
  /** Importance weight π(a | x) / p(a | x) of the action taken, clipped. */
  readonly weight: Float64Array;
  /** What the model expects under the policy, Σ π(a | x) q̂(x, a). */
  readonly model: Float64Array;
  /** What it expected of the action taken. */
  readonly own: Float64Array;
}

/**
 * The highest weight: √n. It is low enough that no launch decides alone and high enough that the bias which it brings vanishes as
 * launches grow: Ionides (2008), "Truncated importance sampling", J. Comput. Graph. Stat. 17(2).
 */
export function weightCeiling(count: number): number {
  return Math.sqrt(count);
}

export function clippedWeight(wanted: number, propensity: number, ceiling: number): number {
  return wanted === 0 ? 0 : Math.min(ceiling, wanted / propensity);
}

/** @param policy chances of the policy asked about, [n, K] */
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

/**
 * How many launches as like the policy as any other would tell as much: (Σw)² / Σw². Kish (1965), "Survey sampling". Between 1 and n;
 * 0 where no launch is like the policy.
 */
export function effectiveSize(weight: Float64Array): number {
  const total = sum(weight);
  return total === 0 ? 0 : total ** 2 / sum(weight.map((w) => w * w));
}

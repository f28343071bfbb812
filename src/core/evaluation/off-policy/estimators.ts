// Estimates, in four ways, what a policy would have earned per launch, from launches made under another policy.
// Notation: x is the context of a launch, a the action taken, r its reward, p the propensity of a, π the policy, w =
// π(a | x) / p(a | x), and q̂ the model.

import type { LaunchTerms } from './launch-terms.ts';

export const ESTIMATORS = ['direct', 'ips', 'snips', 'dr'] as const;
export type EstimatorName = (typeof ESTIMATORS)[number];
export type Estimates = Readonly<Record<EstimatorName, number>>;

/** Sums over launches, from which every estimate follows. */
export interface TermSums {
  count: number;
  reward: number;
  weight: number;
  weighted: number;
  model: number;
  corrected: number;
}

export function noTerms(): TermSums {
  return { count: 0, reward: 0, weight: 0, weighted: 0, model: 0, corrected: 0 };
}

/** Adds launch `i` to the sums, in place: resampling adds launches by the million. */
export function addLaunch(
  sums: TermSums,
  { reward, weight, model, own }: LaunchTerms,
  i: number,
): void {
  const w = weight[i]!;
  const r = reward[i]!;
  sums.count += 1;
  sums.reward += r;
  sums.weight += w;
  sums.weighted += w * r;
  sums.model += model[i]!;
  sums.corrected += w * (r - own[i]!);
}

export function sumsOf(terms: LaunchTerms): TermSums {
  const sums = noTerms();
  for (let i = 0; i < terms.reward.length; i++) addLaunch(sums, terms, i);
  return sums;
}

/**
 * Returns the mean reward under the policy by each estimator.
 * - direct: (1/n) Σ Σ_b π(b | x) q̂(x, b): the model alone, with its bias.
 * - ips: (1/n) Σ w r, inverse propensity scoring: Horvitz & Thompson (1952), JASA 47. Unbiased, with a high variance.
 * - snips: Σ w r / Σ w, self-normalised: Hájek (1971); Swaminathan & Joachims (2015), NeurIPS. Never outside the
 *   rewards seen; NaN where all weights are 0.
 * - dr: (1/n) Σ [Σ_b π(b | x) q̂(x, b) + w (r − q̂(x, a))], doubly robust: Dudík, Langford & Li (2011), ICML. Unbiased
 *   where either the model or the propensities are right; a better model leaves less to the weights.
 */
export function policyValues(sums: TermSums): Estimates {
  return {
    direct: sums.model / sums.count,
    ips: sums.weighted / sums.count,
    snips: sums.weight === 0 ? NaN : sums.weighted / sums.weight,
    dr: (sums.model + sums.corrected) / sums.count,
  };
}

/** Returns the values less the mean reward earned: what following the policy would have added per launch. */
export function policyGains(sums: TermSums): Estimates {
  const earned = sums.reward / sums.count;
  const { direct, ips, snips, dr } = policyValues(sums);
  return { direct: direct - earned, ips: ips - earned, snips: snips - earned, dr: dr - earned };
}

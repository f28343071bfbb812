// What a policy would have earned a launch, estimated in four ways from launches made under another one. x: what a launch was given,
// a: the action taken, r: what came of it, p: how likely a was, π: the policy, w = π(a | x) / p(a | x), q̂: the model.

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

/** In place: resampling adds launches by the million. */
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
 * Mean reward under the policy.
 * - direct: (1/n) Σ Σ_b π(b | x) q̂(x, b): the model alone, as wrong as it is.
 * - ips: (1/n) Σ w r, inverse propensity scoring: Horvitz & Thompson (1952), JASA 47. Right on average, and rough.
 * - snips: Σ w r / Σ w, self-normalised: Hájek (1971); Swaminathan & Joachims (2015), NeurIPS. Never outside the rewards seen.
 * - dr: (1/n) Σ [Σ_b π(b | x) q̂(x, b) + w (r − q̂(x, a))], doubly robust: Dudík, Langford & Li (2011), ICML. Right on average where
 *   either the model or the chances are; the better the model, the less is left to weigh.
 */
export function policyValues(sums: TermSums): Estimates {
  return {
    direct: sums.model / sums.count,
    ips: sums.weighted / sums.count,
    snips: sums.weight === 0 ? NaN : sums.weighted / sums.weight,
    dr: (sums.model + sums.corrected) / sums.count,
  };
}

/** The same less what was really earned a launch: what following the policy would have added. */
export function policyGains(sums: TermSums): Estimates {
  const earned = sums.reward / sums.count;
  const { direct, ips, snips, dr } = policyValues(sums);
  return { direct: direct - earned, ips: ips - earned, snips: snips - earned, dr: dr - earned };
}

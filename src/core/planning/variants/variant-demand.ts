// Demand of one variant: given the demand of the launch, beta-binomial around the variant's share.

import { logGamma } from '#core/base/statistics/gamma.ts';
import { betaOf } from '#core/base/statistics/beta-distribution.ts';
import type { VariantShare } from './variant-shares.ts';

/** Demand of a launch is thinned to so many equally likely points: the split depends on it little. */
const POINTS = 25;

/** Returns fewer equally likely points of demand, ascending, as whole units with the same mean but for rounding. */
export function thinnedDemand(demand: ArrayLike<number>): number[] {
  const count = Math.min(POINTS, demand.length);
  return Array.from({ length: count }, (_, i) => {
    const [from, to] = [i, i + 1].map((each) => Math.floor((each * demand.length) / count));
    let total = 0;
    for (let k = from!; k < to!; k++) total += demand[k]!;
    return Math.round(total / (to! - from!));
  });
}

/**
 * Returns P(variant's demand ≥ j) for j = 1 … `most`, at index j − 1: never ascending.
 * @param demand equally likely whole units of the launch
 */
export function demandTails(
  demand: readonly number[],
  { mean, concentration }: VariantShare,
  most: number,
): Float64Array {
  const chances = new Float64Array(most + 1); // of exactly j units
  for (const units of demand) addChances(chances, units, { mean, concentration });
  const tails = new Float64Array(most);
  let below = 0;
  for (let j = 0; j < most; j++) {
    below += chances[j]! / demand.length;
    tails[j] = Math.max(0, 1 - below);
  }
  return tails;
}

function addChances(
  chances: Float64Array,
  units: number,
  { mean, concentration }: VariantShare,
): void {
  if (mean >= 1) {
    if (units < chances.length) chances[units]! += 1;
    return;
  }
  const { a, b } = betaOf(mean, concentration);
  let log = logGamma(b + units) - logGamma(b) + logGamma(a + b) - logGamma(a + b + units);
  for (let j = 0; j <= units && j < chances.length; j++) {
    chances[j]! += Math.exp(log);
    log += Math.log(((units - j) * (a + j)) / ((j + 1) * (b + units - j - 1)));
  }
}

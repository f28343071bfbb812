// Effects drawn towards what effects are like in the shop, so that the largest of many estimates are not taken at their
// word (the winner's curse). Adaptive shrinkage (Stephens 2017): true effects come from a mixture of normal distributions
// around their common mean, whose shares maximise the likelihood of all estimates.

import { normalShare } from '#core/base/statistics/normal-distribution.ts';

export interface Estimates {
  readonly effects: Float64Array;
  readonly errors: Float64Array;
}

export interface EffectPrior {
  readonly mean: number;
  /** Spreads of the components; the first is 0. */
  readonly spreads: readonly number[];
  readonly shares: Float64Array;
}

export interface EffectBelief {
  readonly mean: number;
  readonly meanSquare: number;
  readonly low90: number;
  readonly high90: number;
}

/** Pseudo-counts of the component without spread: few pairs of groups affect each other. */
const NULL_COUNT = 10;
const ROUNDS = 300;
const SPREAD_STEP = Math.SQRT2;
const SPREADS = 14;

/** Fits the prior of true effects by expectation and maximisation. */
export function fitEffectPrior({ effects, errors }: Estimates): EffectPrior {
  const largest = effects.reduce((most, each, k) => Math.max(most, each ** 2 - errors[k]! ** 2), 0);
  const widest = 2 * Math.sqrt(largest) || Math.min(...errors);
  const spreads = [0, ...Array.from({ length: SPREADS }, (_, k) => widest / SPREAD_STEP ** k)];
  const shares = new Float64Array(spreads.length).fill(1 / spreads.length);
  const mean = commonMean({ effects, errors });
  const likelihoods = Array.from({ length: effects.length }, (_, k) => {
    const logs = spreads.map((spread) =>
      logDensity(effects[k]! - mean, spread ** 2 + errors[k]! ** 2),
    );
    const top = Math.max(...logs);
    return logs.map((each) => Math.exp(each - top));
  });
  for (let round = 0; round < ROUNDS; round++) {
    const counts = new Float64Array(spreads.length);
    counts[0] = NULL_COUNT - 1;
    for (const row of likelihoods) {
      const total = row.reduce((sum, each, c) => sum + shares[c]! * each, 0);
      row.forEach((each, c) => (counts[c]! += (shares[c]! * each) / total));
    }
    const all = counts.reduce((sum, each) => sum + each, 0);
    counts.forEach((count, c) => (shares[c] = count / all));
  }
  return { mean, spreads, shares };
}

/** Returns the median of the estimates, each counted by how sure it is: few effects do not move it. */
function commonMean({ effects, errors }: Estimates): number {
  const order = [...effects.keys()].sort((a, b) => effects[a]! - effects[b]!);
  const half = errors.reduce((sum, error) => sum + 1 / error, 0) / 2;
  let below = 0;
  for (const k of order) {
    below += 1 / errors[k]!;
    if (below >= half) return effects[k]!;
  }
  return 0;
}

function logDensity(x: number, variance: number): number {
  return -0.5 * (Math.log(variance) + (x * x) / variance);
}

/** Returns what is believed of a true effect after its estimate. */
export function effectBelief(prior: EffectPrior, effect: number, error: number): EffectBelief {
  const parts = prior.spreads.map((spread, c) => {
    const variance = spread ** 2 + error ** 2;
    const weight = spread ** 2 / variance;
    return {
      log: Math.log(prior.shares[c]!) + logDensity(effect - prior.mean, variance),
      mean: prior.mean + weight * (effect - prior.mean),
      spread: Math.sqrt(weight) * error,
    };
  });
  const top = Math.max(...parts.map(({ log }) => log));
  const total = parts.reduce((sum, { log }) => sum + Math.exp(log - top), 0);
  const weighed = parts.map((part) => ({ ...part, share: Math.exp(part.log - top) / total }));
  return {
    mean: weighed.reduce((sum, { share, mean }) => sum + share * mean, 0),
    meanSquare: weighed.reduce(
      (sum, { share, mean, spread }) => sum + share * (mean ** 2 + spread ** 2),
      0,
    ),
    low90: quantileOf(weighed, 0.05),
    high90: quantileOf(weighed, 0.95),
  };
}

interface NormalPart {
  readonly share: number;
  readonly mean: number;
  readonly spread: number;
}

function quantileOf(parts: readonly NormalPart[], wanted: number): number {
  const bounds = parts.flatMap(({ mean, spread }) => [mean - 8 * spread, mean + 8 * spread]);
  let [low, high] = [Math.min(...bounds), Math.max(...bounds)];
  for (let i = 0; i < 60; i++) {
    const at = (low + high) / 2;
    const below = parts.reduce((sum, { share, mean, spread }) => {
      const isPoint = spread === 0;
      return sum + share * (isPoint ? Number(mean <= at) : normalShare((at - mean) / spread));
    }, 0);
    if (below < wanted) low = at;
    else high = at;
  }
  return (low + high) / 2;
}

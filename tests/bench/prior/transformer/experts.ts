// Gaussian processes of the context: each weighs some of the similarities, and forecasts what the network starts from.

import {
  diagonalAt,
  invert,
  pairsOf,
  pairTimes,
  traceOf,
  traceOfProduct,
  type Pairs,
} from '#core/model/ridge/symmetric.ts';
import { mean } from '#core/base/statistics/statistics.ts';
import { dot } from '#core/base/statistics/vectors.ts';
import type { Respect, Similarities } from './similarities.ts';

/** Forecasts of one expert, in units of the context's spread. */
export interface ExpertForecast {
  readonly forecast: number;
  /** ln of its standard error. */
  readonly error: number;
  /** Share of the context's variance that the expert explains without each launch's own units, −1 to 1. */
  readonly explained: number;
}

export interface Expert {
  /** Forecasts of the context, each without its own units. */
  readonly context: readonly ExpertForecast[];
  /**
   * Forecasts another launch.
   * @param similarities to the context, [respects][context]
   */
  readonly forecast: (similarities: readonly Float64Array[]) => ExpertForecast;
}

interface Kind {
  /** undefined: all. */
  readonly respects?: readonly Respect[];
  /** Rounds in which weights are learnt; with more, few launches would be believed too much. */
  readonly rounds: number;
}

/** Weighs all similarities. */
const WEIGHED: Kind = { rounds: 4 };
/** The experts, in the order that the network was trained with. The first weighs all similarities equally. */
const KINDS: readonly Kind[] = [
  { rounds: 0 },
  WEIGHED,
  { respects: ['text'], rounds: 1 },
  { respects: ['label'], rounds: 1 },
  { respects: ['near'], rounds: 1 },
  { respects: ['time'], rounds: 1 },
];
export const EXPERT_COUNT = KINDS.length;
/** Numbers that an expert tells of a launch: `ExpertForecast`. */
export const EXPERT_PARTS = 3;

/** Share of the variance that similarities explain before weights are learnt. */
const START = 0.5;
/** Variance of the constant, which is not learnt. */
const CONSTANT = 0.3;
const LEAST_NOISE = 0.02;
const LEAST_WEIGHT = 1e-6;

/**
 * Fits all experts.
 * @param z units of the context, as they are forecast, [context]
 */
export function fitExperts(similarities: Similarities, z: Float64Array): Expert[] {
  return fitKinds(KINDS, similarities, z);
}

/** Fits the expert alone that weighs all similarities. */
export function fitWeighed(similarities: Similarities, z: Float64Array): Expert {
  return fitKinds([WEIGHED], similarities, z)[0]!;
}

function fitKinds(
  kinds: readonly Kind[],
  { respects, context }: Similarities,
  z: Float64Array,
): Expert[] {
  const matrices = respects.map((_, k) => pairsOf(z.length, (i, j) => context[i]![k]![j]!));
  return kinds.map(({ respects: wanted, rounds }) => {
    const chosen = [...respects.keys()].filter((k) => wanted?.includes(respects[k]!) ?? true);
    return fitExpert(chosen, { own: chosen.map((k) => matrices[k]!), z, rounds });
  });
}

const NOTHING: ExpertForecast = { forecast: 0, error: 0, explained: 0 };

/**
 * Weighs similarities and noise by the marginal likelihood: from equal weights, a few rounds of the fixed point of
 * MacKay (1992, Neural Computation 4). Forecasts without a launch's own units are z − α / diagonal of the inverse.
 */
function fitExpert(
  chosen: readonly number[],
  {
    own,
    z,
    rounds,
  }: { readonly own: readonly Pairs[]; readonly z: Float64Array; readonly rounds: number },
): Expert {
  const count = z.length;
  if (chosen.length === 0)
    return { context: Array.from(z, () => NOTHING), forecast: () => NOTHING };
  let weights = own.map(() => START / own.length);
  let noise = 1 - START;
  let inverse = inverseOf(own, weights, { noise, count });
  let alpha = pairTimes(inverse, z);
  for (let round = 0; round < rounds; round++) {
    weights = weights.map((weight, k) => {
      const explained = dot(alpha, 0, pairTimes(own[k]!, alpha), 0, count);
      const spent = traceOfProduct(own[k]!, inverse, count);
      return Math.max(weight * within(explained / (spent + 1e-9), 0.1, 10), LEAST_WEIGHT);
    });
    noise = Math.max(
      LEAST_NOISE,
      noise * within(dot(alpha, 0, alpha, 0, count) / traceOf(inverse, count), 0.2, 5),
    );
    inverse = inverseOf(own, weights, { noise, count });
    alpha = pairTimes(inverse, z);
  }
  const diagonal = Float64Array.from(z, (_, i) => inverse[diagonalAt(i)]!);
  const scale = dot(z, 0, alpha, 0, count) / count;
  const left = Float64Array.from(z, (value, i) => value - alpha[i]! / diagonal[i]!);
  const explained = within(1 - mean(z.map((value, i) => (value - left[i]!) ** 2)), -1, 1);
  const prior = weights.reduce((all, weight) => all + weight, 0) + CONSTANT;
  return {
    context: Array.from(z, (_, i) => ({
      forecast: left[i]!,
      error: 0.5 * Math.log(scale / diagonal[i]!),
      explained,
    })),
    forecast: (similarities) => {
      const to = new Float64Array(count).fill(CONSTANT);
      chosen.forEach((k, place) => {
        const [weight, each] = [weights[place]!, similarities[k]!];
        for (let j = 0; j < count; j++) to[j] = to[j]! + weight * each[j]!;
      });
      const unexplained = Math.max(prior - dot(to, 0, pairTimes(inverse, to), 0, count), 0) + noise;
      return {
        forecast: dot(to, 0, alpha, 0, count),
        error: 0.5 * Math.log(scale * unexplained),
        explained,
      };
    },
  };
}

function inverseOf(
  own: readonly Pairs[],
  weights: readonly number[],
  { noise, count }: { readonly noise: number; readonly count: number },
): Pairs {
  const covariance = pairsOf(count, (i, j) => CONSTANT + (i === j ? noise : 0));
  own.forEach((matrix, k) => {
    const weight = weights[k]!;
    for (let at = 0; at < matrix.length; at++)
      covariance[at] = covariance[at]! + weight * matrix[at]!;
  });
  return invert(covariance, count);
}

function within(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}

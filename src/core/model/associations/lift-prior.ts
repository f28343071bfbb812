// How lifts are spread over all pairs of a shop: a mixture of two gamma distributions (DuMouchel 1999, "Bayesian data
// mining in large frequency tables"). Given the lift, a pair's count is Poisson with mean lift × expected, so counts are
// mixtures of two negative binomials, whose likelihood is maximised.

import { digamma, logGamma } from '#core/base/statistics/gamma.ts';
import { minimise } from '#core/base/statistics/lbfgs.ts';
import { sigmoid } from '#core/base/statistics/statistics.ts';

export interface Gamma {
  readonly shape: number;
  readonly rate: number;
}

export interface LiftPrior {
  /** Share of pairs whose lift comes from the first component. */
  readonly share: number;
  readonly first: Gamma;
  readonly second: Gamma;
}

export interface PairSample {
  readonly counts: ArrayLike<number>;
  readonly expected: ArrayLike<number>;
}

/** Most pairs lie near a lift of 1; few lie far above. */
const START = [Math.log(9), Math.log(4), Math.log(4), Math.log(0.6), Math.log(0.2)];
const DESCENT = { iterations: 80, tolerance: 1e-8 };
/** A weak pull of each logarithm to the start, so that a component without pairs stays finite; as much as one pair. */
const PULL = 0.05;

/** Fits the prior by maximum likelihood (with a pull worth about one pair). */
export function fitLiftPrior(sample: PairSample): LiftPrior {
  const smooth = (at: Float64Array, gradient: Float64Array): number => {
    gradient.fill(0);
    let loss = 0;
    for (let i = 0; i < sample.counts.length; i++)
      loss -= addRow(at, gradient, sample.counts[i]!, sample.expected[i]!);
    START.forEach((from, k) => {
      loss += 0.5 * PULL * (at[k]! - from) ** 2;
      gradient[k]! += PULL * (at[k]! - from);
    });
    return loss;
  };
  return priorAt(minimise(smooth, Float64Array.from(START), DESCENT));
}

function priorAt(at: Float64Array): LiftPrior {
  return {
    share: sigmoid(at[0]!),
    first: { shape: Math.exp(at[1]!), rate: Math.exp(at[2]!) },
    second: { shape: Math.exp(at[3]!), rate: Math.exp(at[4]!) },
  };
}

/** Returns the log likelihood of a row and takes its gradient off. */
function addRow(at: Float64Array, gradient: Float64Array, n: number, expected: number): number {
  if (!(expected > 0)) return 0;
  const { share, first, second } = priorAt(at);
  const a = Math.log(share) + logChance(n, expected, first);
  const b = Math.log1p(-share) + logChance(n, expected, second);
  const top = Math.max(a, b);
  const total = top + Math.log(Math.exp(a - top) + Math.exp(b - top));
  const ofFirst = Math.exp(a - total);
  gradient[0]! -= ofFirst - share;
  addGamma(gradient, 1, n, expected, first, ofFirst);
  addGamma(gradient, 3, n, expected, second, 1 - ofFirst);
  return total;
}

/** Log of the negative binomial chance of a count, without the count's factorial. */
export function logChance(n: number, expected: number, { shape, rate }: Gamma): number {
  return (
    logGamma(shape + n) -
    logGamma(shape) +
    shape * Math.log(rate / (rate + expected)) +
    n * Math.log(expected / (rate + expected))
  );
}

function addGamma(
  gradient: Float64Array,
  at: number,
  n: number,
  expected: number,
  { shape, rate }: Gamma,
  weight: number,
): void {
  const byShape = digamma(shape + n) - digamma(shape) + Math.log(rate / (rate + expected));
  const byRate = shape / rate - (shape + n) / (rate + expected);
  gradient[at]! -= weight * shape * byShape;
  gradient[at + 1]! -= weight * rate * byRate;
}

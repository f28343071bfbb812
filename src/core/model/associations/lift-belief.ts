// What is believed of a pair's lift after its orders were counted: a mixture of two gamma distributions again.

import { upperGamma } from '#core/base/statistics/chi-square.ts';
import { digamma } from '#core/base/statistics/gamma.ts';
import { logChance, type LiftPrior } from './lift-prior.ts';

/** Returns the posterior of a pair with `n` orders where `expected` were expected. */
export function liftBelief(prior: LiftPrior, n: number, expected: number): LiftPrior {
  const { share, first, second } = prior;
  const odds =
    Math.log(share) -
    Math.log1p(-share) +
    logChance(n, expected, first) -
    logChance(n, expected, second);
  return {
    share: 1 / (1 + Math.exp(-odds)),
    first: { shape: first.shape + n, rate: first.rate + expected },
    second: { shape: second.shape + n, rate: second.rate + expected },
  };
}

/** Returns the geometric mean of the lift, DuMouchel's EBGM. */
export function meanLift({ share, first, second }: LiftPrior): number {
  const logMean = (gamma: LiftPrior['first']): number =>
    digamma(gamma.shape) - Math.log(gamma.rate);
  return Math.exp(share * logMean(first) + (1 - share) * logMean(second));
}

/** Returns the chance that the lift is at most `lift`. */
export function shareBelow({ share, first, second }: LiftPrior, lift: number): number {
  const above =
    share * upperGamma(first.shape, first.rate * lift) +
    (1 - share) * upperGamma(second.shape, second.rate * lift);
  return 1 - above;
}

/** Returns the lift that a share, between 0 and 1, of the belief lies below, by bisection of its logarithm. */
export function liftQuantile(belief: LiftPrior, share: number): number {
  const middle = Math.log(meanLift(belief));
  let [low, high] = [middle - 12, middle + 12];
  for (let i = 0; i < 44; i++) {
    const at = (low + high) / 2;
    if (shareBelow(belief, Math.exp(at)) < share) low = at;
    else high = at;
  }
  return Math.exp((low + high) / 2);
}

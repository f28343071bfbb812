// The beta distribution of a share, and the beta-binomial distribution of how often something happens in some tries.

import { logGamma } from './gamma.ts';

/** Parameters of a beta distribution, both above 0: its mean is a / (a + b). */
export interface Beta {
  readonly a: number;
  readonly b: number;
}

/** Returns the beta distribution with this mean, within 0–1, and this sum of parameters. */
export function betaOf(mean: number, size: number): Beta {
  return { a: Math.max(LEAST, mean * size), b: Math.max(LEAST, (1 - mean) * size) };
}

/** Parameters closer to 0 make a distribution that no number represents. */
const LEAST = 1e-9;

/**
 * Returns the probability of a share below x, the regularised incomplete beta function, by Lentz's continued fraction
 * (Numerical Recipes, 6.4).
 */
export function betaShare({ a, b }: Beta, x: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - betaShare({ a: b, b: a }, 1 - x);
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - logBeta(a, b)) / a;
  return Math.min(1, front * continuedFraction(a, b, x));
}

function continuedFraction(a: number, b: number, x: number): number {
  let c = 1;
  let d = 1 / (1 - ((a + b) * x) / (a + 1) || TINY);
  let fraction = d;
  for (let m = 1; m <= MOST_TERMS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    let change = 1;
    for (const part of [even, odd]) {
      d = 1 / (1 + part * d || TINY);
      c = 1 + part / c || TINY;
      change = d * c;
      fraction *= change;
    }
    if (Math.abs(change - 1) < PRECISION) break;
  }
  return fraction;
}

const MOST_TERMS = 1000;
const PRECISION = 1e-13;
const TINY = 1e-300;
const HALVINGS = 52;

/** Returns the share that this part of the distribution, 0–1, lies below, by bisection. */
export function betaQuantile(beta: Beta, part: number): number {
  let [low, high] = [0, 1];
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2;
    if (betaShare(beta, middle) < part) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * Returns the log of the probability of `count` in `tries` whose chance is beta distributed (Skellam 1948). Neither has
 * to be a whole number.
 */
export function logBetaBinomial(count: number, tries: number, { a, b }: Beta): number {
  const ways = -Math.log1p(tries) - logBeta(count + 1, tries - count + 1);
  return ways + logBeta(count + a, tries - count + b) - logBeta(a, b);
}

/** Returns the probability of each count from 0 to `tries`, a whole number, [tries + 1]. */
export function betaBinomialChances(tries: number, beta: Beta): Float64Array {
  return Float64Array.from({ length: tries + 1 }, (_, count) =>
    Math.exp(logBetaBinomial(count, tries, beta)),
  );
}

function logBeta(a: number, b: number): number {
  return logGamma(a) + logGamma(b) - logGamma(a + b);
}

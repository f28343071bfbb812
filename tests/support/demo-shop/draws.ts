import type { Random } from '#core/base/random.ts';

export function drawOne<T>(random: Random, choices: readonly T[]): T {
  return choices[Math.floor(random() * choices.length)]!;
}

/** Draws an index with a probability proportional to its weight. */
export function drawWeighted(random: Random, weights: readonly number[]): number {
  let left = random() * weights.reduce((sum, weight) => sum + weight, 0);
  const index = weights.findIndex((weight) => (left -= weight) <= 0);
  return index < 0 ? weights.length - 1 : index;
}

/** Draws a standard normal number by Box–Muller, using one of the pair. */
export function drawNormal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Draws a gamma number of scale 1 by Marsaglia and Tsang (2000), for shapes of at least 1. */
export function drawGamma(random: Random, shape: number): number {
  const d = shape - 1 / 3;
  for (;;) {
    const x = drawNormal(random);
    const root = 1 + x / Math.sqrt(9 * d);
    const v = root * root * root;
    if (v > 0 && Math.log(1 - random()) < 0.5 * x * x + d * (1 - v + Math.log(v))) return d * v;
  }
}

/** Draws a Poisson count: Knuth's product of uniforms for means up to 50, the normal approximation above. */
export function drawPoisson(random: Random, mean: number): number {
  if (mean > 50) return Math.max(0, Math.round(mean + Math.sqrt(mean) * drawNormal(random)));
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = random(); product > limit; product *= random()) count++;
  return count;
}

/** Draws a binomial count: trial by trial, or by the normal approximation where the variance exceeds 30. */
export function drawBinomial(random: Random, trials: number, chance: number): number {
  const variance = trials * chance * (1 - chance);
  if (variance > 30) {
    const count = Math.round(trials * chance + Math.sqrt(variance) * drawNormal(random));
    return Math.min(trials, Math.max(0, count));
  }
  let count = 0;
  for (let i = 0; i < trials; i++) if (random() < chance) count++;
  return count;
}

// Random draws of the distributions that simulated sales follow.

import { normalQuantile } from '#core/base/statistics/normal-distribution.ts';
import type { Random } from '#core/base/random.ts';
import { sum } from '#core/base/statistics/statistics.ts';

export function drawNormal(random: Random): number {
  return normalQuantile(Math.min(1 - 1e-12, Math.max(1e-12, random())));
}

/** Draws from a gamma distribution with scale 1 (Marsaglia and Tsang 2000). */
export function drawGamma(shape: number, random: Random): number {
  if (shape < 1) return drawGamma(shape + 1, random) * random() ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const z = drawNormal(random);
    const v = (1 + c * z) ** 3;
    if (v > 0 && Math.log(random()) < z * z * 0.5 + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** Draws shares around their means. */
export function drawShares(means: readonly number[], concentration: number, random: Random) {
  const parts = means.map((mean) => drawGamma(Math.max(1e-6, mean * concentration), random));
  const all = sum(parts);
  return parts.map((part) => part / all);
}

/** Draws how many of `units` fall on each share. */
export function drawCounts(units: number, shares: readonly number[], random: Random): number[] {
  const counts = shares.map(() => 0);
  for (let i = 0; i < units; i++) {
    let [left, place] = [random(), 0];
    while (place < shares.length - 1 && left >= shares[place]!) left -= shares[place++]!;
    counts[place]!++;
  }
  return counts;
}

import { logGamma } from './gamma.ts';
import type { SampleTest } from './kolmogorov-smirnov.ts';

/** Least expected count of a level in either sample; rarer levels are counted together (Cochran 1954). */
const LEAST_EXPECTED = 5;

/**
 * Runs Pearson's (1900) test of homogeneity on two samples of levels. The statistic is χ²; the chance is its upper
 * tail, with one degree of freedom fewer than there are levels. With fewer than two levels, nothing can differ: the
 * chance is 1.
 */
export function chiSquare(a: readonly string[], b: readonly string[]): SampleTest {
  const table = countedLevels(a, b);
  const [m, n] = [a.length, b.length];
  let statistic = 0;
  for (const [inA, inB] of table) {
    const share = (inA + inB) / (m + n);
    statistic += (inA - m * share) ** 2 / (m * share) + (inB - n * share) ** 2 / (n * share);
  }
  if (table.length < 2) return { statistic: 0, chance: 1 };
  return { statistic, chance: upperGamma((table.length - 1) / 2, statistic / 2) };
}

/** Counts each level as [in a, in b], with rare levels together. */
export function countedLevels(
  a: readonly string[],
  b: readonly string[],
): (readonly [number, number])[] {
  const counts = new Map<string, [number, number]>();
  [a, b].forEach((levels, sample) => {
    for (const level of levels) {
      const count = counts.get(level) ?? [0, 0];
      count[sample]! += 1;
      counts.set(level, count);
    }
  });
  const smallerShare = Math.min(a.length, b.length) / (a.length + b.length);
  const isRare = ([inA, inB]: readonly [number, number]) =>
    (inA + inB) * smallerShare < LEAST_EXPECTED;
  const all = [...counts.values()];
  const rare = all.filter(isRare);
  const common = all.filter((count) => !isRare(count));
  if (rare.length === 0) return common;
  const together = [0, 1].map((sample) => rare.reduce((sum, count) => sum + count[sample]!, 0));
  return [...common, [together[0]!, together[1]!]];
}

/**
 * Returns Q(a, x), the regularised upper incomplete gamma function: by its series where x < a + 1, else by Lentz's
 * continued fraction (Numerical Recipes, 6.2). Returns 1 where x is not positive.
 */
export function upperGamma(a: number, x: number): number {
  if (!(x > 0)) return 1;
  const front = Math.exp(-x + a * Math.log(x) - logGamma(a));
  if (x < a + 1) {
    let [term, total] = [1 / a, 1 / a];
    for (let n = 1; n <= MOST_TERMS && term > total * PRECISION; n++) {
      term *= x / (a + n);
      total += term;
    }
    return 1 - front * total;
  }
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n <= MOST_TERMS; n++) {
    const part = -n * (n - a);
    b += 2;
    d = 1 / (part * d + b || TINY);
    c = b + part / c || TINY;
    fraction *= d * c;
    if (Math.abs(d * c - 1) < PRECISION) break;
  }
  return front * fraction;
}

/** About 8 √a are needed: enough for counts of a million. */
const MOST_TERMS = 10_000;
const PRECISION = 1e-14;
const TINY = 1e-300;

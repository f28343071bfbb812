/** Whether two samples come from one distribution. */
export interface SampleTest {
  /** How far apart they are: the test's own measure. */
  readonly statistic: number;
  /** How often chance alone would set them so far apart or farther. */
  readonly chance: number;
}

/**
 * The two-sample test of Kolmogorov and Smirnov: the greatest distance D between the shares below each value. Its chance is
 * Kolmogorov's limiting distribution at sqrt(mn / (m + n)) D, a little too high for small samples and for values that repeat.
 */
export function kolmogorovSmirnov(a: readonly number[], b: readonly number[]): SampleTest {
  const [first, second] = [a.toSorted((x, y) => x - y), b.toSorted((x, y) => x - y)];
  let [i, j, statistic] = [0, 0, 0];
  while (i < first.length && j < second.length) {
    const value = Math.min(first[i]!, second[j]!);
    while (i < first.length && first[i]! <= value) i++;
    while (j < second.length && second[j]! <= value) j++;
    statistic = Math.max(statistic, Math.abs(i / first.length - j / second.length));
  }
  const effective = (first.length * second.length) / (first.length + second.length);
  return { statistic, chance: kolmogorovTail(Math.sqrt(effective) * statistic) };
}

/** 2 Σ (−1)^(k−1) exp(−2 k² x²), from k = 1: converges at once where x is not near 0, and is 1 there. */
export function kolmogorovTail(x: number): number {
  if (!(x > NEAR_ZERO)) return 1;
  let total = 0;
  for (let k = 1; k <= TERMS; k++) total += (k % 2 === 1 ? 2 : -2) * Math.exp(-2 * k * k * x * x);
  return Math.min(1, Math.max(0, total));
}

/** Below it the tail differs from 1 by less than 1e-6. */
const NEAR_ZERO = 0.28;
const TERMS = 20;

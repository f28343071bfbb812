/** Result of a test of whether two samples come from one distribution. */
export interface SampleTest {
  /** Test statistic: how far apart the samples are. */
  readonly statistic: number;
  /** p-value: how often chance alone sets them at least so far apart. */
  readonly chance: number;
}

/**
 * Runs the two-sample test of Kolmogorov (1933) and Smirnov (1939). The statistic D is the greatest distance between
 * the shares below each value. The p-value is Kolmogorov's limiting distribution at sqrt(mn / (m + n)) D, a little too
 * high for small samples and for ties.
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

/** Returns 2 Σ (−1)^(k−1) exp(−2 k² x²) over k ≥ 1. It converges at once where x is not near 0, and is 1 there. */
export function kolmogorovTail(x: number): number {
  if (!(x > NEAR_ZERO)) return 1;
  let total = 0;
  for (let k = 1; k <= TERMS; k++) total += (k % 2 === 1 ? 2 : -2) * Math.exp(-2 * k * k * x * x);
  return Math.min(1, Math.max(0, total));
}

/** Value of x below which the tail differs from 1 by less than 1e-6. */
const NEAR_ZERO = 0.28;
const TERMS = 20;

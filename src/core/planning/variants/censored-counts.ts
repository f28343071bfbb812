// Demand of variants of which some sold out. Given shares p, the counts of a launch with λ units of demand are Poisson with
// the means λ p. A sold-out variant had at least its count c: E[N | N ≥ c] = λp P(N ≥ c − 1) / P(N ≥ c). λ is found with it
// by expectation-maximisation (Dempster, Laird, Rubin 1977).

import { sum } from '#core/base/statistics/statistics.ts';

interface CensoredCounts {
  readonly counts: readonly number[];
  readonly isSoldOut: readonly boolean[];
  /** Expected shares; they add up to 1. */
  readonly shares: readonly number[];
}

const STEPS = 60;
/** Least share of the demand that must be seen in full; with less, λ is hardly known. */
const LEAST_SEEN = 0.1;

/** Returns the expected demand by variant; the counts themselves where nothing or nearly everything sold out. */
export function uncensoredCounts({ counts, isSoldOut, shares }: CensoredCounts): readonly number[] {
  const seen = sum(shares.filter((_, k) => !isSoldOut[k]!));
  if (!isSoldOut.some(Boolean) || seen < LEAST_SEEN) return counts;
  let expected: readonly number[] = counts;
  for (let step = 0; step < STEPS; step++) {
    const all = sum(expected);
    expected = counts.map((count, k) =>
      isSoldOut[k]! ? meanFrom(all * shares[k]!, count) : count,
    );
  }
  return expected;
}

/** Returns E[N | N ≥ least] of a Poisson count. */
export function meanFrom(mean: number, least: number): number {
  if (least <= 0 || mean <= 0) return Math.max(mean, least);
  const floor = Math.ceil(least);
  // Σ over j ≥ 0 of P(N = floor + j) / P(N = floor), and of j times it; terms fall once j passes mean − floor.
  let [term, total, over] = [1, 1, 0];
  for (let j = 1; j < MOST_TERMS; j++) {
    term *= mean / (floor + j);
    total += term;
    over += j * term;
    if (term < 1e-12 * total && floor + j > mean) break;
    if (total > 1e200) return mean; // the count is far below the mean, so nothing is cut off
  }
  return floor + over / total;
}

const MOST_TERMS = 100_000;

import { describe, expect, it } from 'vitest';
import { logGamma } from '#core/base/statistics/gamma.ts';
import { meanFrom, uncensoredCounts } from '#core/planning/variants/censored-counts.ts';

/** E[N | N ≥ least] of a Poisson count, by its definition. */
function byDefinition(mean: number, least: number): number {
  let [chance, total] = [0, 0];
  for (let n = least; n < least + 500; n++) {
    const each = Math.exp(n * Math.log(mean) - mean - logGamma(n + 1));
    chance += each;
    total += n * each;
  }
  return total / chance;
}

describe('meanFrom', () => {
  it.each([
    [3, 5],
    [8, 4],
    [0.5, 2],
    [40, 60],
    [60, 40],
  ])('is the mean of a Poisson count with mean %d from %d on', (mean, least) => {
    expect(meanFrom(mean, least)).toBeCloseTo(byDefinition(mean, least), 6);
  });
});

describe('uncensoredCounts', () => {
  it('returns counts as they are where nothing, or everything, sold out', () => {
    const counts = [4, 9];
    const of = (isSoldOut: boolean[]) =>
      uncensoredCounts({ counts, isSoldOut, shares: [0.5, 0.5] });
    expect(of([false, false])).toEqual(counts);
    expect(of([true, true])).toEqual(counts);
  });

  it('finds the demand of a sold-out variant from the others', () => {
    const [low, high] = uncensoredCounts({
      ...{ counts: [50, 20], isSoldOut: [false, true], shares: [0.25, 0.75] },
    });
    expect(low).toBe(50);
    expect(high).toBeCloseTo(150, 0);
  });
});

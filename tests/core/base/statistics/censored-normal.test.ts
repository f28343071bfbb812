import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fitCensoredNormal,
  meanAbove,
  quantileAbove,
} from '#core/base/statistics/censored-normal.ts';
import { normalShare } from '#core/base/statistics/normal-distribution.ts';
import { seededRandom } from '#core/base/random.ts';
import { drawNormal } from '../../../support/demo-shop/draws.ts';

/** Normal values around 2, each censored at a bound of its own; higher bounds censor fewer. */
function censored(count: number, boundsAround: number, seed = 1) {
  const random = seededRandom(seed);
  const drawn = Array.from({ length: count }, () => ({
    value: 2 + 0.7 * drawNormal(random),
    bound: boundsAround + 0.7 * drawNormal(random),
  }));
  return {
    values: drawn.map(({ value, bound }) => Math.min(value, bound)),
    atLeast: drawn.map(({ value, bound }) => value > bound),
  };
}

describe('a normal distribution of censored values', () => {
  it('is found however many are censored', () => {
    for (const bounds of [9, 3, 2, 1.5]) {
      const { values, atLeast } = censored(20_000, bounds);
      const { centre, spread } = fitCensoredNormal(values, atLeast);
      expect(Math.abs(centre - 2)).toBeLessThan(0.04);
      expect(Math.abs(spread - 0.7)).toBeLessThan(0.04);
    }
  });

  it('is the likeliest one, by brute force', () => {
    const { values, atLeast } = censored(60, 1.8, 3);
    const likelihood = (centre: number, spread: number) =>
      values.reduce((all, value, i) => {
        const z = (value - centre) / spread;
        return all + (atLeast[i] ? Math.log(normalShare(-z)) : -0.5 * z * z - Math.log(spread));
      }, 0);
    const found = fitCensoredNormal(values, atLeast);
    const highest = likelihood(found.centre, found.spread);
    for (let centre = 1.5; centre < 2.6; centre += 0.02)
      for (let spread = 0.4; spread < 1.2; spread += 0.02)
        expect(likelihood(centre, spread)).toBeLessThan(highest + 1e-4);
  });

  it('is the mean and standard deviation where nothing is censored', () => {
    const { centre, spread } = fitCensoredNormal([1, 2, 4, 5], [false, false, false, false]);
    expect(centre).toBeCloseTo(3, 9);
    expect(spread).toBeCloseTo(Math.sqrt(2.5), 9);
  });

  it('hardly cares for one value that is an input error', () => {
    const { values, atLeast } = censored(500, 3);
    values[7] = 60;
    atLeast[7] = false;
    expect(fitCensoredNormal(values, atLeast).spread).toBeLessThan(0.8);
  });

  it('hardly cares for one bound that is an input error', () => {
    const { values, atLeast } = censored(500, 3);
    values[7] = 60;
    atLeast[7] = true;
    expect(fitCensoredNormal(values, atLeast).spread).toBeLessThan(0.8);
  });

  it('has a mean and quantiles above a bound that are never below it, and agree', () => {
    const normal = fc.record({
      centre: fc.double({ min: -3, max: 3, noNaN: true }),
      spread: fc.double({ min: 0.1, max: 2, noNaN: true }),
    });
    fc.assert(
      fc.property(normal, fc.double({ min: -6, max: 6, noNaN: true }), (own, bound) => {
        const z = (bound - own.centre) / own.spread;
        const mean = meanAbove(bound, own);
        expect(mean).toBeGreaterThanOrEqual(bound);
        if (z > 4) return;
        const count = 4000;
        const ofQuantiles = Array.from({ length: count }, (_, i) =>
          quantileAbove(bound, (i + 0.5) / count, own),
        ).reduce((all, each) => all + each / count, 0);
        expect(Math.abs(mean - ofQuantiles)).toBeLessThan(0.005 * own.spread + 1e-6);
      }),
      { numRuns: 40 },
    );
  });

  it('has no spread where every value is censored', () => {
    expect(fitCensoredNormal([1, 2], [true, true]).spread).toBeNaN();
    expect(meanAbove(3, { centre: 0, spread: 0 })).toBe(3);
  });
});

import { describe, expect, it } from 'vitest';
import { seededRandom } from '#core/base/random.ts';
import { normalQuantile } from '#core/base/statistics/normal-distribution.ts';
import {
  fitRatingSpread,
  ratingWithRange,
  type RatingError,
} from '#core/model/blend/rating-range.ts';

/** Errors of −1, −0.9, … 1: of 21, the tenth part of 22 is the 2.2nd, and nine tenths the 19.8th. */
const errors: RatingError[] = Array.from({ length: 21 }, (_, i) => ({
  ...{ error: (i - 10) / 10, units: 100 },
}));
const spread = fitRatingSpread([3, 4.6], errors)!;

describe('the range of an expected rating', () => {
  it('is the rating moved by the quantiles of past errors', () => {
    expect(spread.launches).toBe(21);
    const { rating, range80 } = ratingWithRange(3.2, 100, spread);
    expect(rating).toBe(3.2);
    expect(range80!.low).toBeCloseTo(3.2 - 0.88, 9);
    expect(range80!.high).toBeCloseTo(3.2 + 0.88, 9);
  });

  it('stays on the shop’s own scale, and so does the rating', () => {
    expect(ratingWithRange(5.3, 100, spread)).toMatchObject({ rating: 5, range80: { high: 5 } });
    expect(ratingWithRange(1.1, 100, spread).range80!.low).toBe(1);
    const points = fitRatingSpread([0, 86], errors)!;
    expect([points.least, points.most]).toEqual([0, 100]);
    expect(fitRatingSpread([7.5], errors)!.most).toBe(10);
    expect(fitRatingSpread([420], errors)!.most).toBe(420);
  });

  it('holds the rating, even where past ones were always lower', () => {
    const lower = errors.map(({ error, units }) => ({ error: error / 10 - 1, units }));
    expect(ratingWithRange(4, 100, fitRatingSpread([5], lower)).range80!.high).toBe(4);
  });

  it('is not known from fewer than twenty launches, nor in models without it', () => {
    const few = [...errors.slice(0, 19), { error: NaN, units: 9 }, { error: 0, units: NaN }];
    expect(fitRatingSpread([4], few)).toBeUndefined();
    expect(ratingWithRange(5.3, 100, undefined)).toEqual({ rating: 5.3, range80: null });
  });
});

describe('ratings of few buyers', () => {
  const random = seededRandom(5);
  const normal = () => normalQuantile(1e-6 + random() * (1 - 2e-6));
  const drawn = (count: number, doubledAt: number): RatingError[] =>
    Array.from({ length: count }, () => {
      const units = Math.ceil(30 * Math.exp(normal()));
      return { error: 0.2 * Math.sqrt(1 + doubledAt / units) * normal(), units };
    });
  const held = (given: readonly RatingError[], tested: readonly RatingError[]): number => {
    const own = fitRatingSpread([1, 5], given);
    const isIn = ({ error, units }: RatingError): boolean => {
      const { low, high } = ratingWithRange(3, units, own).range80!;
      return 3 + error >= low && 3 + error <= high;
    };
    return tested.filter(isIn).length / tested.length;
  };

  it('have the wider range: it holds eight in ten of few units and of many', () => {
    const given = drawn(1_000, 50);
    const later = drawn(8_000, 50);
    for (const group of [
      later.filter(({ units }) => units < 20),
      later.filter(({ units }) => units > 60),
    ]) {
      expect(held(given, group)).toBeGreaterThan(0.76);
      expect(held(given, group)).toBeLessThan(0.84);
    }
  });

  it('have the same range where units tell nothing of the errors', () => {
    const { doubledAt, below, above } = fitRatingSpread([1, 5], drawn(1_000, 0))!;
    expect(doubledAt).toBeLessThan(4);
    expect(above - below).toBeGreaterThan(0.46);
    expect(above - below).toBeLessThan(0.56);
  });

  it('are taken for no fewer than the fewest that are known', () => {
    const own = fitRatingSpread([1, 5], drawn(200, 50))!;
    expect(ratingWithRange(3, 0, own)).toEqual(ratingWithRange(3, own.leastUnits, own));
  });
});

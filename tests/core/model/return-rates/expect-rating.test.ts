import { describe, expect, it } from 'vitest';
import { seededRandom } from '#core/base/random.ts';
import {
  expectRating,
  fitRatings,
  ratingBelief,
  ratingRangeOf,
  updateRating,
} from '#core/model/return-rates/expect-rating.ts';
import type { RatingLaunch } from '#core/model/return-rates/rate-launch.ts';
import { rateProduct } from './some-rates.ts';

const launches = (count: number, unit = 1): RatingLaunch[] => {
  const random = seededRandom(3);
  return Array.from({ length: count }, () => {
    const category = random() < 0.5 ? 'mugs' : 'bags';
    const rating = (category === 'mugs' ? 4.4 : 3.6) + 0.5 * (random() - 0.5);
    return { product: rateProduct({ category }), rating: rating * unit, count: 40 };
  });
};

describe('the expected rating', () => {
  it('is the category’s, on the scale of the shop', () => {
    for (const unit of [1, 2, 20]) {
      const model = fitRatings(launches(200, unit))!;
      const mugs = expectRating(model, rateProduct({ category: 'mugs' }));
      if (mugs.kind !== 'expected') throw new Error(mugs.reason);
      expect(mugs.mean / unit).toBeCloseTo(4.4, 1);
      expect(mugs.low).toBeLessThan(mugs.mean);
      expect(mugs.high).toBeLessThanOrEqual(5 * unit);
      expect(mugs.basis[0]).toMatchObject({ kind: 'level', texts: ['mugs'] });
      expect(mugs.basis[0]!.points).toBeGreaterThan(0.2 * unit);
    }
  });

  it('is refused for a category with few ratings', () => {
    const model = fitRatings(launches(50))!;
    expect(expectRating(model, rateProduct({ category: 'hats' }))).toMatchObject({
      ...{ kind: 'refused', reason: 'few-units', units: 0 },
    });
  });

  it('needs a rating', () => {
    const none = { product: rateProduct(), rating: NaN, count: NaN };
    expect(fitRatings([none])).toBeNull();
    const model = fitRatings([{ ...none, rating: 4 }])!;
    expect(ratingBelief(model)(rateProduct()).mean).toBeCloseTo(4, 1);
  });
});

describe('the first ratings', () => {
  const model = fitRatings(launches(50))!;

  it('count by their number next to what was believed: the posterior of a normal mean', () => {
    const before = { mean: 4, variance: 0.09 };
    const { mean, variance } = updateRating(model, before, { rating: 3, count: 20 });
    const precision = 1 / 0.09 + 20 / model.within ** 2;
    expect(variance).toBeCloseTo(1 / precision, 12);
    expect(mean).toBeCloseTo((4 / 0.09 + (3 * 20) / model.within ** 2) / precision, 12);
  });

  it('change nothing where there are none', () => {
    const before = { mean: 4, variance: 0.09 };
    expect(updateRating(model, before, { rating: NaN, count: 3 })).toEqual(before);
    expect(updateRating(model, before, { rating: 3, count: 0 })).toEqual(before);
    expect(ratingRangeOf(model, { mean: 4.9, variance: 1 }).high).toBe(5);
  });
});

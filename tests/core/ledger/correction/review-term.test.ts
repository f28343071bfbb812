import { describe, expect, it } from 'vitest';
import { normalQuantile } from '#core/base/statistics/normal-distribution.ts';
import { seededRandom } from '#core/base/random.ts';
import type { FirstReviews } from '#core/ledger/correction/first-reviews.ts';
import { fitReviewTerm, reviewEffect, usualShare } from '#core/ledger/correction/review-term.ts';

/** Launches with ten reviews each: of every other one half are negative, else a tenth. */
const first: FirstReviews[] = Array.from({ length: 60 }, (_, i) => ({
  ...{ count: 10, negative: i % 2 ? 5 : 1 },
}));
const after = (bad: number, noise = 0): number[] =>
  first.map((_, i) => (i % 2 ? -bad : bad) + noise * Math.sin(37 * i));

describe('what first reviews tell', () => {
  it('is what later units were beyond the forecast', () => {
    const term = fitReviewTerm(first, after(0.4, 0.01))!;
    expect(usualShare(term)).toBeCloseTo(0.3, 2);
    const apart =
      reviewEffect(term, { count: 10, negative: 1 }) -
      reviewEffect(term, { count: 10, negative: 5 });
    expect(apart).toBeCloseTo(0.8, 2);
  });

  it('is less where there are fewer reviews, and nothing without any', () => {
    const term = fitReviewTerm(first, after(0.4, 0.01))!;
    const [one, ten] = [1, 10].map((count) => reviewEffect(term, { count, negative: count }));
    expect(one).toBeLessThan(0);
    expect(ten).toBeLessThan(one!);
    expect(reviewEffect(term, { count: 0, negative: 0 })).toBeCloseTo(0, 12);
  });

  it('is believed the less, the more it may be chance', () => {
    const slopeOf = (noise: number) => fitReviewTerm(first, after(0.2, noise))!.slope;
    expect(slopeOf(0.5)).toBeGreaterThan(slopeOf(0.05));
    expect(slopeOf(0.5)).toBeLessThan(0);
  });

  it('is nothing where launches are few, or complaints are followed by more units', () => {
    const residuals = after(0.4, 0.01);
    expect(fitReviewTerm(first.slice(0, 29), residuals.slice(0, 29))).toBeNull();
    expect(
      fitReviewTerm(
        first.map(() => ({ count: 0, negative: 0 })),
        residuals,
      ),
    ).toBeNull();
    expect(fitReviewTerm(first, after(-0.4, 0.01))).toBeNull();
    expect(
      fitReviewTerm(
        first.map(() => ({ count: 10, negative: 2 })),
        residuals,
      ),
    ).toBeNull();
  });

  it('is rarely taken for more than chance where it is chance', () => {
    const random = seededRandom(8);
    const normal = () => normalQuantile(1e-6 + random() * (1 - 2e-6));
    const found = Array.from({ length: 300 }, () => fitReviewTerm(first, first.map(normal)));
    expect(found.filter((term) => term !== null).length).toBeLessThan(30);
  });
});

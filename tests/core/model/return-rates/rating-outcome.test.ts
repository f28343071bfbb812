import { expect, it } from 'vitest';
import { RatingOutcome } from '#core/model/return-rates/rating-outcome.ts';
import { expectSlopes } from './slopes-match.ts';

it('is as steep as its finite differences say', () => {
  const ratings = { rating: Float64Array.of(4.1, 3, 4.8), noise: Float64Array.of(0.1, 0, 0.4) };
  expectSlopes(new RatingOutcome(ratings, 0.3), Float64Array.of(4, 4.2, 3.9));
});

it('finds the deviation between products without the noise of few ratings', () => {
  const rating = Float64Array.from({ length: 400 }, (_, i) => (i % 2 ? 3.6 : 4.4));
  const noise = new Float64Array(400).fill(0.07);
  const leftOut = { eta: new Float64Array(400).fill(4), variance: new Float64Array(400) };
  expect(new RatingOutcome({ rating, noise }).respread(leftOut).between).toBeCloseTo(0.3, 2);
});

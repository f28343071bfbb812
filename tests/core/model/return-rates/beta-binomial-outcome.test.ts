import { expect, it } from 'vitest';
import { BetaBinomialOutcome } from '#core/model/return-rates/beta-binomial-outcome.ts';
import { expectSlopes } from './slopes-match.ts';

const counts = { returned: Float64Array.of(2, 0, 7, 1), sold: Float64Array.of(30, 3, 12, 900) };

it('is as steep as its finite differences say', () => {
  expectSlopes(new BetaBinomialOutcome(counts, 25), Float64Array.of(-2.4, -1, 0.3, -4));
});

it('informs more where more was sold, but no more than the spread between products lets it', () => {
  const { information } = new BetaBinomialOutcome(counts, 25).slopes(new Float64Array(4).fill(-2));
  const unit = Math.exp(-2) / (1 + Math.exp(-2)) ** 2;
  expect(information[3]).toBeGreaterThan(information[0]!);
  expect(information[3]).toBeLessThan(26 * unit);
});

it('finds the spread between products again', () => {
  // 400 products of 50 units: half come back at 5%, half at 25%: mean 15%, deviation 10 points.
  const half = (a: number, b: number) =>
    Float64Array.from({ length: 400 }, (_, i) => (i % 2 ? a : b));
  const given = new BetaBinomialOutcome({ returned: half(2.5, 12.5), sold: half(50, 50) });
  const same = (value: number) => new Float64Array(400).fill(value);
  const leftOut = { eta: same(Math.log(0.15 / 0.85)), variance: same(0) };
  // The variance of the seen shares is 1% at a mean of 15%: 0.0784 of the most, of which 1/50 is chance.
  const seen = 0.01 / (0.15 * 0.85);
  const size = 1 / ((seen - 1 / 50) / (1 - 1 / 50)) - 1;
  expect(given.respread(leftOut).size).toBeGreaterThan(0.75 * size);
  expect(given.respread(leftOut).size).toBeLessThan(1.25 * size);
  const tight = new BetaBinomialOutcome({ returned: same(7.5), sold: same(50) });
  expect(tight.respread(leftOut).size).toBeGreaterThan(300);
});

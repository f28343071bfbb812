import { describe, expect, it } from 'vitest';
import { gainALaunch, stakesOf } from '#core/season/experiments/arm-stakes.ts';
import { armMove } from '#core/season/offers/known-arms.ts';
import { knowledgeGradient } from '#core/season/experiments/knowledge-gradient.ts';
import { optionsOf } from '#core/season/offers/season-option.ts';
import { randomOffers } from '../../../support/random-offers.ts';

const offers = randomOffers({ seed: 2, products: 5, weeks: 8, channels: 3 });
const spread = { between: 0.4, noise: 0.6 };

describe('stakesOf', () => {
  it('has the best week of each channel, and what a log unit is worth there', () => {
    for (const product of offers.products) {
      const { values, slopes } = stakesOf(offers, product);
      const options = optionsOf(offers, product, { isAdLimited: false, isStockLimited: false });
      values.forEach((value, channel) => {
        const own = options.filter((option) => option.channel === channel);
        expect(value).toBe(Math.max(...own.map((option) => option.value)));
        expect(slopes[channel]).toBe(own.find((option) => option.value === value)!.contribution);
      });
    }
  });

  it('has nothing of a channel that was never tried', () => {
    const product = { ...offers.products[0]!, offers: new Int16Array(24).fill(-1) };
    expect(Array.from(stakesOf(offers, product).values)).toEqual([-Infinity, -Infinity, -Infinity]);
  });
});

describe('gainALaunch', () => {
  const stakes = (values: number[], slopes = values.map(() => 100)) => ({
    values: Float64Array.from(values),
    slopes: Float64Array.from(slopes),
  });

  it('is the knowledge gradient of each product, on average', () => {
    const gain = gainALaunch([stakes([50, 40, 10]), stakes([20, 60, 0])], 1, {
      spread,
      launches: 2,
    });
    const move = 100 * armMove(spread, 2);
    expect(gain).toBeCloseTo((knowledgeGradient(-10, move) + knowledgeGradient(40, move)) / 2, 9);
  });

  it('is most for the arm that is nearest to the best, and less after more launches', () => {
    const own = [stakes([50, 45, 10])];
    const gains = [0, 1, 2].map((arm) => gainALaunch(own, arm, { spread, launches: 1 }));
    expect(gains[1]).toBeGreaterThan(gains[2]!);
    expect(gainALaunch(own, 1, { spread, launches: 5 })).toBeLessThan(gains[1]!);
  });

  it('is nothing where there is no other arm, or the arm was never tried', () => {
    const asked = { spread, launches: 0 };
    expect(gainALaunch([stakes([50])], 0, asked)).toBe(0);
    expect(gainALaunch([stakes([50, -Infinity])], 1, asked)).toBe(0);
    expect(gainALaunch([stakes([50, -Infinity])], 0, asked)).toBe(0);
    expect(gainALaunch([], 0, asked)).toBe(0);
  });
});

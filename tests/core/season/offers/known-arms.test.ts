import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { armDeviation, armMove, armSpread, knownArms } from '#core/season/offers/known-arms.ts';
import { seededRandom } from '#core/base/random.ts';
import { mean } from '#core/base/statistics/statistics.ts';
import { drawNormal } from '../../../support/demo-shop/draws.ts';

const spreads = fc.record({
  between: fc.double({ min: 0.01, max: 3, noNaN: true }),
  noise: fc.double({ min: 0.01, max: 3, noNaN: true }),
});
const counts = fc.integer({ min: 0, max: 200 });

describe('armSpread', () => {
  it('finds how far arms and launches were drawn apart, on average', () => {
    const random = seededRandom(11);
    const drawn = Array.from({ length: 200 }, () =>
      armSpread(
        Array.from({ length: 10 }, (_category, c) =>
          Array.from({ length: 5 }, (_arm, a) => {
            const effect = c + 0.45 * drawNormal(random);
            const length = (5 * c + a) % 9;
            return Array.from({ length }, () => effect + 0.6 * drawNormal(random));
          }),
        ),
      ),
    );
    expect(Math.sqrt(mean(drawn.map(({ between }) => between ** 2)))).toBeCloseTo(0.45, 1);
    expect(Math.sqrt(mean(drawn.map(({ noise }) => noise ** 2)))).toBeCloseTo(0.6, 1);
  });

  it('takes what is usual where few launches or few arms tell', () => {
    const usual = armSpread([]);
    expect(usual.between).toBeGreaterThan(0);
    expect(armSpread([[[1], [2], [3]]])).toEqual(usual);
    expect(armSpread([[Array.from({ length: 500 }, (_, i) => i % 5)]])).toEqual(usual);
  });

  it('believes what it finds the more, the more launches tell', () => {
    const alike = (launches: number) =>
      Array.from({ length: 20 }, () => Array.from({ length: launches }, (_, i) => (-1) ** i));
    const found = [2, 6, 20, 200].map((launches) => armSpread([alike(launches)]).between);
    expect(found.toSorted((a, b) => b - a)).toEqual(found);
    expect(found[0]).toBeGreaterThan(0.2);
    expect(found.at(-1)).toBeLessThan(0.1);
  });
});

describe('armDeviation', () => {
  it('is the deviation of the mean of a normal posterior, found on a grid', () => {
    const spread = { between: 0.5, noise: 0.8 };
    const launches = 3;
    const seen = 0.4;
    let [weight, first, second] = [0, 0, 0];
    for (let effect = -4; effect <= 4; effect += 0.001) {
      const log =
        -0.5 * (effect / spread.between) ** 2 -
        0.5 * launches * ((seen - effect) / spread.noise) ** 2;
      const likely = Math.exp(log);
      weight += likely;
      first += likely * effect;
      second += likely * effect ** 2;
    }
    const deviation = Math.sqrt(second / weight - (first / weight) ** 2);
    expect(armDeviation(spread, launches)).toBeCloseTo(deviation, 6);
  });

  it('begins at how far arms differ and falls with every launch, by what the launch moves', () => {
    fc.assert(
      fc.property(spreads, counts, (spread, launches) => {
        const [now, then] = [armDeviation(spread, launches), armDeviation(spread, launches + 1)];
        expect(armDeviation(spread, 0)).toBeCloseTo(spread.between, 9);
        expect(then).toBeLessThan(now);
        expect(then ** 2 + armMove(spread, launches) ** 2).toBeCloseTo(now ** 2, 9);
      }),
    );
  });

  it('is 0 where arms do not differ', () => {
    expect(armDeviation({ between: 0, noise: 1 }, 0)).toBe(0);
    expect(armMove({ between: 0, noise: 1 }, 0)).toBe(0);
  });
});

describe('knownArms', () => {
  const past = {
    category: ['Garden', 'Garden', 'constructor', 'Garden', 'Garden'],
    channel: ['own store', 'social', 'social', 'social', 'pigeon'],
    days: [0, 400, 500, 600, 700],
    left: [0.1, NaN, 0.2, 0.3, 0],
  };

  it('counts the launches of each arm whose units are known', () => {
    const { categories, channels } = knownArms(past, ['own store', 'social']);
    expect(channels).toEqual(['own store', 'social']);
    expect(categories.map(({ category, tried }) => [category, tried])).toEqual([
      ['Garden', [1, 1]],
      ['constructor', [0, 1]],
    ]);
  });

  it('counts half of what was launched in the last year as a season', () => {
    const { categories } = knownArms(past, []);
    expect(categories.map(({ launchesASeason }) => launchesASeason)).toEqual([1.5, 0.5]);
  });

  it('knows of no arm where nothing was launched', () => {
    const none = { category: [], channel: [], days: [], left: [] };
    expect(knownArms(none, ['social']).categories).toEqual([]);
  });
});

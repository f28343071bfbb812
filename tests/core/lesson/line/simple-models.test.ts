import { describe, expect, it } from 'vitest';
import { seededRandom } from '#core/base/random.ts';
import { mean } from '#core/base/statistics/statistics.ts';
import {
  fitSimpleModel,
  judgeModel,
  SIMPLE_MODELS,
  splitLaunches,
} from '#core/lesson/line/simple-models.ts';
import { pricedLaunches } from '#core/lesson/shops/priced-launches.ts';

const seen = { prices: [10, 20, 30, 30, 50], units: [9, 7, 5, 3, 1] };

describe('simple models', () => {
  it('predict as their names say', () => {
    expect(fitSimpleModel('mean', seen)(99)).toBe(5);
    expect(fitSimpleModel('line', seen)(28)).toBeCloseTo(5, 12);
    expect(fitSimpleModel('heart', seen)(22)).toBe(7);
    expect(fitSimpleModel('heart', seen)(31)).toBe(4);
    expect(
      fitSimpleModel('neighbours', { prices: [1, 2, 3, 4, 5, 9], units: [1, 2, 3, 4, 5, 60] })(3),
    ).toBe(3);
  });

  it('are judged by the sum of absolute errors over the sum of units', () => {
    const split = { seen: [0, 1, 2], unseen: [3, 4] };
    const { predict, seen: learnt, unseen } = judgeModel('mean', seen, split);
    expect(predict(1)).toBe(7);
    expect(learnt).toBeCloseTo(4 / 21, 12);
    expect(unseen).toBeCloseTo((4 + 6) / 4, 12);
  });
});

describe('a split', () => {
  it('in time takes the first launches', () => {
    expect(splitLaunches(5, 3, { drawnWith: null })).toEqual({ seen: [0, 1, 2], unseen: [3, 4] });
  });

  it('at random takes every launch once, and later ones among those seen', () => {
    const { seen: drawn, unseen } = splitLaunches(60, 42, { drawnWith: 3 });
    expect([...drawn, ...unseen].sort((a, b) => a - b)).toEqual(
      Array.from({ length: 60 }, (_, i) => i),
    );
    expect(drawn).toHaveLength(42);
    expect(Math.max(...drawn)).toBeGreaterThan(50);
  });
});

/** What the lesson shows must not hang on the launches of its one shop. */
describe('in most shops of the lesson', () => {
  const shops = Array.from({ length: 20 }, (_, seed) => {
    const launches = pricedLaunches({ count: 60, seed: 100 + seed, drift: 30 });
    const inTime = splitLaunches(60, 42, { drawnWith: null });
    const draws = Array.from({ length: 10 }, (_unused, draw) =>
      splitLaunches(60, 42, { drawnWith: Math.floor(1e6 * seededRandom(draw)()) }),
    );
    return { launches, inTime, draws };
  });

  it('what was learnt by heart has the smallest error on launches seen, and a larger one than the line on others', () => {
    const right = shops.filter(({ launches, inTime }) => {
      const heart = judgeModel('heart', launches, inTime);
      const line = judgeModel('line', launches, inTime);
      return heart.seen < 0.05 && heart.unseen > line.unseen;
    });
    expect(right.length).toBeGreaterThanOrEqual(18);
  });

  it('a random split makes the error of the line look smaller than later launches do', () => {
    const right = shops.filter(({ launches, inTime, draws }) => {
      const drawn = mean(draws.map((split) => judgeModel('line', launches, split).unseen));
      return drawn < judgeModel('line', launches, inTime).unseen;
    });
    expect(right.length).toBeGreaterThanOrEqual(18);
  });

  it('every model is judged by finite errors', () => {
    for (const { launches, inTime } of shops)
      for (const model of SIMPLE_MODELS)
        expect(judgeModel(model, launches, inTime).unseen).toBeGreaterThan(0);
  });
});

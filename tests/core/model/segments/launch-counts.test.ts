import { describe, expect, it } from 'vitest';
import {
  countRange,
  fitCounts,
  levelOf,
  type CountedLaunch,
} from '#core/model/segments/launch-counts.ts';
import { normalQuantile } from '#core/base/statistics/normal-distribution.ts';
import { seededRandom } from '#core/base/random.ts';

/** Launches whose counts double for each word's lift of ln 2, with log-normal noise. */
function launches(seed: number, count: number): CountedLaunch[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, i) => {
    const words = random() * 2;
    const noise = 0.5 * normalQuantile(random());
    const appeal = { logPool: 3, words, group: 0.1, hasGroup: true, priceGap: 0 };
    return { day: 2 * i, appeal, count: Math.round(Math.exp(2 + words + noise)) };
  });
}

describe('counts of returning buyers', () => {
  it('have 90% ranges that hold 90% of later launches', () => {
    let [held, all] = [0, 0];
    for (let seed = 1; seed <= 20; seed++) {
      const world = launches(seed, 300);
      const model = fitCounts(world.slice(0, 200))!;
      const level = levelOf(world.slice(0, 200).map(({ count }) => count));
      for (const { appeal, count } of world.slice(200)) {
        const { low90, high90 } = countRange(model, appeal, level);
        held += Number(count >= low90 && count <= high90);
        all++;
      }
    }
    expect(held / all).toBeGreaterThan(0.87);
    expect(held / all).toBeLessThan(0.94);
  });

  it('follow the appeal', () => {
    const model = fitCounts(launches(5, 400))!;
    const middleAt = (words: number) =>
      countRange(model, { logPool: 3, words, group: 0.1, hasGroup: true, priceGap: 0 }, 3).middle;
    expect(middleAt(0)).toBeCloseTo(Math.exp(2), -0.5);
    expect(middleAt(1.5) / middleAt(0.5)).toBeCloseTo(Math.E, 0);
  });

  it('are not learnt from a few launches', () => {
    expect(fitCounts(launches(5, 49))).toBeNull();
  });

  it('have the mean log of the last launches as their level', () => {
    expect(levelOf([])).toBe(0);
    expect(levelOf([...new Array<number>(40).fill(1000), ...new Array<number>(20).fill(0.5)])).toBe(
      0,
    );
  });
});

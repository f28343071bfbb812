import { describe, expect, it } from 'vitest';
import { leastSquares } from '#core/lesson/line/straight-line.ts';
import { pricedLaunches } from '#core/lesson/shops/priced-launches.ts';
import { mean } from '#core/base/statistics/statistics.ts';

describe('priced launches', () => {
  it('are the same for the same seed, and others for another', () => {
    const shop = { count: 30, seed: 4, drift: 20 };
    expect(pricedLaunches(shop)).toEqual(pricedLaunches(shop));
    expect(pricedLaunches(shop)).not.toEqual(pricedLaunches({ ...shop, seed: 5 }));
  });

  it('lose three units for each unit of price', () => {
    const { prices, units } = pricedLaunches({ count: 5000, seed: 1, drift: 0 });
    const line = leastSquares(prices, units);
    expect(line.slope).toBeCloseTo(-3, 1);
    expect(Math.abs(line.intercept - 140)).toBeLessThan(1.5);
  });

  it('lose their drift from the first to the last', () => {
    const shop = { count: 5000, seed: 2 };
    const still = pricedLaunches({ ...shop, drift: 0 }).units;
    const drifting = pricedLaunches({ ...shop, drift: 20 }).units;
    const lost = still.map((units, i) => units - drifting[i]!);
    expect(Math.abs(mean(lost.slice(0, 500)) - 1)).toBeLessThan(0.2);
    expect(Math.abs(mean(lost.slice(-500)) - 19)).toBeLessThan(0.2);
  });
});

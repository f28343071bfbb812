import { describe, expect, it } from 'vitest';
import { marketShift, type MarketPrecedent } from '#core/model/never-sold/market-shift.ts';

/** So many launches count as one category whole. */
const MANY = 1e9;
const precedent = (beyond: number, market: number, launches = MANY): MarketPrecedent => ({
  ...{ launches, beyond, market },
  chance: 0,
});

describe('the shift of a category that was never sold', () => {
  it('is none where fewer than three categories are known', () => {
    expect(marketShift([precedent(0.2, 1), precedent(-0.2, 2)], 1)).toBeNull();
  });

  it('is what the posterior of the regression says', () => {
    // Σ(z − 2)(e − 0) = 2, Σ(z − 2)² = 2; the prior adds 1.5 × ½ and 1.5.
    const known = [precedent(-1, 1), precedent(0, 2), precedent(1, 3)];
    const weight = (0.75 + 2) / 3.5;
    const found = marketShift(known, 4)!;
    expect(found.shift).toBeCloseTo(2 * weight, 6);
    expect(found.freedom).toBeCloseTo(4, 6);
    const squares = 2 * 0.4 ** 2 + 2 * (1 - weight) ** 2 + 1.5 * (weight - 0.5) ** 2;
    const doubt = 1 + 1 / 3 + 4 / 3.5;
    expect(found.scale).toBeCloseTo(Math.sqrt((squares / 4) * doubt), 6);
  });

  it('follows the market in full with many categories that did', () => {
    const known = Array.from({ length: 200 }, (_, i) => precedent(i / 100 - 1, i / 100 + 5));
    expect(marketShift(known, 7)!.shift).toBeCloseTo(1, 1);
  });

  it('is the mean of the others where markets are not known', () => {
    const known = [precedent(0.3, 0), precedent(-0.3, 0), precedent(0.6, 0)];
    expect(marketShift(known, 0)!.shift).toBeCloseTo(0.2, 6);
  });

  it('counts categories with few launches less', () => {
    const known = [precedent(0, 0, 396), precedent(0, 0, 396), precedent(1, 0, 4)];
    // 4 of 8 launches count ½, 396 of 400 count 0.99.
    expect(marketShift(known, 0)!.shift).toBeCloseTo(0.5 / (2 * 0.99 + 0.5), 6);
  });

  it('takes no misses for errors that chance explains', () => {
    const known = [precedent(0.5, 0), precedent(-0.5, 0), precedent(0, 0)];
    const noisy = known.map((each) => ({ ...each, chance: 0.25 }));
    const same = [precedent(0, 0), precedent(0, 0), precedent(0, 0)];
    expect(marketShift(noisy, 0)!.scale).toBeCloseTo(marketShift(same, 0)!.scale, 9);
    expect(marketShift(known, 0)!.scale).toBeGreaterThan(marketShift(noisy, 0)!.scale);
  });

  it('is less sure the farther a market is from those that are known', () => {
    const known = [precedent(-1, 1), precedent(0, 2), precedent(1, 3)];
    expect(marketShift(known, 9)!.scale).toBeGreaterThan(marketShift(known, 2)!.scale);
  });
});

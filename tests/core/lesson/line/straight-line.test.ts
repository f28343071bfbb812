import { describe, expect, it } from 'vitest';
import {
  leastSquares,
  lineAt,
  lineThrough,
  squaredErrorSum,
} from '#core/lesson/line/straight-line.ts';
import { pricedLaunches } from '#core/lesson/shops/priced-launches.ts';

describe('least squares', () => {
  it('finds a line that all points lie on', () => {
    const line = leastSquares([1, 2, 5], [7, 9, 15]);
    expect(line.slope).toBeCloseTo(2, 12);
    expect(line.intercept).toBeCloseTo(5, 12);
  });

  it.each([1, 2, 3, 4, 5])('leaves no line with a smaller sum, shop %i', (seed) => {
    const { prices, units } = pricedLaunches({ count: 10, seed, drift: 0 });
    const best = leastSquares(prices, units);
    const least = squaredErrorSum(best, prices, units);
    for (const slope of [-0.01, 0, 0.01])
      for (const intercept of [-0.1, 0, 0.1])
        expect(
          squaredErrorSum(
            { slope: best.slope + slope, intercept: best.intercept + intercept },
            prices,
            units,
          ),
        ).toBeGreaterThanOrEqual(least);
  });

  it('is level where all prices are equal', () => {
    expect(leastSquares([3, 3], [4, 8])).toEqual({ slope: 0, intercept: 6 });
  });
});

describe('a line', () => {
  it('goes through both of its handles', () => {
    const line = lineThrough({ x: 8, y: 120 }, { x: 36, y: 30 });
    expect(lineAt(line, 8)).toBeCloseTo(120, 12);
    expect(lineAt(line, 36)).toBeCloseTo(30, 12);
  });

  it('has the squared errors added up', () => {
    expect(squaredErrorSum({ slope: 1, intercept: 0 }, [1, 2], [3, 1])).toBe(4 + 1);
  });
});

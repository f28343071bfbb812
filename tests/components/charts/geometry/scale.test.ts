import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { along, colourStep, niceAxis } from '#components/charts/geometry/scale.ts';

describe('niceAxis', () => {
  it('covers what it is given with a few round ticks', () => {
    expect(niceAxis(0, 3310).ticks).toEqual([0, 1000, 2000, 3000, 4000]);
    expect(niceAxis(-120, 340).ticks).toEqual([-200, -0, 200, 400].map((tick) => tick + 0));
  });

  it('covers any span with two to eight ticks, even a flat or an empty one', () => {
    const finite = fc.double({ min: -1e9, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(finite, finite, (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const { min, max, ticks } = niceAxis(low, high);
        const slack = 1e-6 * Math.max(1, Math.abs(low), Math.abs(high));
        expect(min).toBeLessThanOrEqual(low + slack);
        expect(max).toBeGreaterThanOrEqual(high - slack);
        expect(ticks.length).toBeGreaterThanOrEqual(2);
        expect(ticks.length).toBeLessThanOrEqual(8);
      }),
    );
    expect(niceAxis(Infinity, -Infinity).ticks[0]).toBe(0);
    expect(niceAxis(NaN, NaN).ticks[0]).toBe(0);
    for (const huge of [1e16, 1e40, 1e300]) {
      expect(new Set(niceAxis(huge, huge).ticks).size).toBeGreaterThan(1);
      expect(niceAxis(-huge, huge).max).toBeGreaterThanOrEqual(huge);
    }
  });
});

describe('positions', () => {
  it('run from 0 to 1 along the axis', () => {
    expect(along({ min: -100, max: 300 }, 0)).toBe(0.25);
    expect(along({ min: 5, max: 5 }, 5)).toBe(0.5);
  });

  it('choose one of seven colours', () => {
    expect([0, 0.5, 1, NaN].map(colourStep)).toEqual([1, 4, 7, NaN]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterWaiting, keptAfterWaiting, keptShares } from '#core/planning/search/waiting.ts';

describe('the cost of waiting', () => {
  it('is the yearly share after a year, and in proportion before', () => {
    expect(keptAfterWaiting(365, 0.2)).toBeCloseTo(0.8, 12);
    expect(keptAfterWaiting(73, 0.2)).toBeCloseTo(0.96, 12);
    expect(keptAfterWaiting(0, 1)).toBe(1);
    expect(keptAfterWaiting(1000, 0.5)).toBe(0);
  });

  it('lowers gains, and leaves losses as they are', () => {
    expect(afterWaiting(100, 0.9)).toBeCloseTo(90, 12);
    expect(afterWaiting(-100, 0.9)).toBe(-100);
  });

  it('never favours the later of two weeks that bring the same', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 52 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        (count, cost, value) => {
          const weeks = Array.from({ length: count }, (_, i) => 20_458 + 7 * i);
          const values = [...keptShares(weeks, cost)].map((kept) => afterWaiting(value, kept));
          expect(values).toEqual(values.toSorted((a, b) => b - a));
          expect(values[0]).toBe(value);
        },
      ),
    );
  });
});

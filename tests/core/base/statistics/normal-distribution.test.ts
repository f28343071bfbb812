import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  normalDensity,
  normalQuantile,
  normalShare,
} from '#core/base/statistics/normal-distribution.ts';

describe('the standard normal distribution', () => {
  it.each([
    [-6, 9.865876450376946e-10],
    [-1.959963984540054, 0.025],
    [0, 0.5],
    [1, 0.8413447460685429],
    [3, 0.9986501019683699],
  ])('has the share of tables below %d', (value, share) => {
    expect(normalShare(value) / share).toBeCloseTo(1, 6);
  });

  it('lies below a quantile by the share that was asked for, and is as steep as its density', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), (share) => {
        const value = normalQuantile(share);
        expect(normalShare(value)).toBeCloseTo(share, 6);
        const steep = (normalShare(value + 0.05) - normalShare(value - 0.05)) / 0.1;
        expect(steep).toBeCloseTo(normalDensity(value), 3);
      }),
    );
  });
});

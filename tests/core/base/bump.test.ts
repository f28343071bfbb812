import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bump } from '#core/base/bump.ts';

it('is the density of a normal distribution by that of its middle', () => {
  expect(bump(0)).toBe(1);
  expect(bump(1)).toBeCloseTo(0.6065306597, 10);
  expect(bump(-2)).toBeCloseTo(0.1353352832, 10);
});

it('is nothing where it is nearly nothing, so that no product of it is subnormal', () => {
  fc.assert(
    fc.property(fc.double({ min: -1e3, max: 1e3, noNaN: true }), (deviations) => {
      const height = bump(deviations);
      expect(height === 0 || height >= 1e-6).toBe(true);
      expect(Math.abs(height - Math.exp(-0.5 * deviations ** 2))).toBeLessThan(1e-6);
    }),
  );
});

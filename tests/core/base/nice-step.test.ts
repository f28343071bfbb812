import fc from 'fast-check';
import { expect, it } from 'vitest';
import { niceStep } from '#core/base/nice-step.ts';

it('is round, and at most 2.5 times what was asked for', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-6, max: 1e9, noNaN: true }), (rough) => {
      const step = niceStep(rough);
      expect(step).toBeGreaterThanOrEqual(rough * (1 - 1e-9));
      expect(step).toBeLessThanOrEqual(2.5 * rough);
      expect([1, 2, 2.5, 5]).toContain(Number(step.toExponential(9).split('e')[0]));
    }),
  );
  expect([0.03, 1, 3, 21, 60].map(niceStep)).toEqual([0.05, 1, 5, 25, 100]);
});

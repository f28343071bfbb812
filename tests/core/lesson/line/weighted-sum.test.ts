import { expect, it } from 'vitest';
import { HAND_SUM, weightedSum } from '#core/lesson/line/weighted-sum.ts';

it('the sum by hand is the one of the method: 0.2 · 1 + 0.5 · 10 + 5 = 10.2', () => {
  expect(HAND_SUM).toEqual({ weights: [0.2, 0.5], inputs: [1, 10], intercept: 5 });
  expect(weightedSum(HAND_SUM)).toBeCloseTo(10.2, 12);
});

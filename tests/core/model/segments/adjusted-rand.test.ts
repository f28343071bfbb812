import { expect, it } from 'vitest';
import { adjustedRandIndex } from '#core/model/segments/adjusted-rand.ts';

// Values of scikit-learn 1.4.2, adjusted_rand_score.
it.each([
  [[0, 0, 1, 1], [0, 0, 1, 2], 0.5714285714285714],
  [[0, 0, 0, 1, 1, 1], [0, 0, 1, 1, 2, 2], 0.24242424242424243],
  [[0, 1, 0, 1, 0, 1], [0, 0, 0, 1, 1, 1], -0.1111111111111111],
  [[0, 0, 0, 0], [0, 1, 2, 3], 0],
  [[0, 0, 1, 1, 2, 2, 2, 3], [1, 1, 0, 0, 2, 2, 3, 3], 0.6037735849056604],
  [[1, 1, 1], [5, 5, 5], 1],
])('agrees with scikit-learn on %j and %j', (a, b, expected) => {
  expect(adjustedRandIndex(a, b)).toBeCloseTo(expected, 12);
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { seededRandom } from '#core/base/random.ts';
import {
  diagonalAt,
  invert,
  pairsOf,
  pairTimes,
  solve,
  traceOf,
  traceOfProduct,
} from '#core/model/ridge/symmetric.ts';

/** Positive definite: a random matrix times its transpose, and something on the diagonal. */
function positive(size: number, seed: number) {
  const random = seededRandom(seed);
  const root = Array.from({ length: size }, () =>
    Array.from({ length: size + 2 }, () => random() - 0.5),
  );
  return pairsOf(size, (i, j) => {
    const product = root[i]!.reduce((sum, value, k) => sum + value * root[j]![k]!, 0);
    return product + (i === j ? 0.1 : 0);
  });
}

it('keeps the lower half row by row', () => {
  expect([...pairsOf(3, (i, j, at) => 100 * i + 10 * j + at)]).toEqual([
    0, 101, 112, 203, 214, 225,
  ]);
});

it('multiplies as the whole matrix would', () => {
  const matrix = Float64Array.of(1, 2, 3, 4, 5, 6); // [1 2 4; 2 3 5; 4 5 6]
  expect([...pairTimes(matrix, Float64Array.of(1, 10, 100))]).toEqual([421, 532, 654]);
});

it('inverts: the matrix times its inverse leaves any vector as it was', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 24 }), fc.integer({ min: 1 }), (size, seed) => {
      const matrix = positive(size, seed);
      const vector = Float64Array.from({ length: size }, (_, i) => Math.sin(i + seed));
      const back = pairTimes(invert(matrix, size), pairTimes(matrix, vector));
      back.forEach((value, i) => expect(value).toBeCloseTo(vector[i]!, 6));
    }),
  );
});

it('solves: the matrix times the solution is the vector', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 24 }), fc.integer({ min: 1 }), (size, seed) => {
      const matrix = positive(size, seed);
      const vector = Float64Array.from({ length: size }, (_, i) => Math.sin(i + seed));
      const back = pairTimes(matrix, solve(matrix, vector));
      back.forEach((value, i) => expect(value).toBeCloseTo(vector[i]!, 6));
    }),
  );
});

it('sums the diagonal of a matrix, and of the product of two', () => {
  const one = Float64Array.of(1, 2, 3, 4, 5, 6); // [1 2 4; 2 3 5; 4 5 6]
  const other = Float64Array.of(2, 0, 1, 1, 0, 3); // [2 0 1; 0 1 0; 1 0 3]
  expect([0, 1, 2].map((i) => one[diagonalAt(i)])).toEqual([1, 3, 6]);
  expect(traceOf(one, 3)).toBe(10);
  // Rows of one times columns of other: 2 + 4, 3, 4 + 18.
  expect(traceOfProduct(one, other, 3)).toBe(31);
});

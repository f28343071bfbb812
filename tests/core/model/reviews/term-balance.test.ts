import { expect, it } from 'vitest';
import { termBalance } from '#core/model/reviews/term-balance.ts';

const rows = {
  starts: Uint32Array.of(0, 2, 4, 5, 7, 8),
  columns: Uint32Array.of(0, 1, 0, 2, 1, 0, 1, 0),
  values: Float32Array.of(0.5, 0.25, 1, 0.5, 1, 0.5, 0.5, 1),
};
const isNegative = [true, false, true, false, true];

it('compares shares of reviews with a term, from two that are divided as all are', () => {
  const { ratios } = termBalance(rows, 4, isNegative, [0, 1, 2, 3]);
  // Term 0 stands in both positive reviews and in one of two negative ones.
  expect(ratios[0]).toBeCloseTo(Math.log((2 + 1) / (1 + 1)));
  expect(ratios[2]).toBeCloseTo(Math.log((1 + 1) / (0 + 1)));
  expect(ratios[3]).toBe(0);
});

it('scores an unseen review by these ratios', () => {
  const { ratios, scores } = termBalance(rows, 4, isNegative, [0, 1, 2, 3]);
  expect(scores[4]).toBeCloseTo(ratios[0]!);
});

it('leaves out what a review itself adds to its ratios', () => {
  const { scores } = termBalance(rows, 4, isNegative, [0, 1, 2, 3]);
  // Review 1 is the only one with term 2, which so says nothing: one more than the others' count in neither kind.
  const term0 = Math.log((1 + 1) / (1 + 1));
  expect(scores[1]).toBeCloseTo(1 * term0 + 0.5 * Math.log((0 + 1) / (0 + 1)));
});

it('is finite where all reviews are of one kind', () => {
  const { ratios, scores } = termBalance(
    rows,
    4,
    isNegative.map(() => false),
    [0, 1, 2, 3],
  );
  expect([...ratios, ...scores].every(Number.isFinite)).toBe(true);
});

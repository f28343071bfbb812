import { expect, it } from 'vitest';
import { basketsOf } from '#core/model/associations/baskets.ts';
import { expectedPairs } from '#core/model/associations/expected-pairs.ts';
import { logOfBaskets } from './support.ts';

it('expects all pairs of a month to be as many as its orders hold, with items paired with themselves', () => {
  const orders = [[0, 1, 2], [1, 2], [0, 3, 4, 5], [2], [5, 0], [0, 1, 4]];
  const log = logOfBaskets(orders, 6, (order) => 20 * order);
  const expect_ = expectedPairs(basketsOf(log, Uint32Array.from([0, 1, 2, 3, 4, 5]), 6));
  let total = 0;
  for (let i = 0; i < 6; i++) for (let j = 0; j < 6; j++) total += expect_(i, j);
  expect(total).toBeCloseTo(
    orders.reduce((sum, { length }) => sum + length * (length - 1), 0),
    9,
  );
});

it('expects a pair month by month, so that two products of different seasons are never expected together', () => {
  const orders = Array.from({ length: 60 }, (_, k) => (k < 30 ? [0, 2] : [1, 2]));
  const log = logOfBaskets(orders, 3, (order) => (order < 30 ? 3 : 40));
  const expect_ = expectedPairs(basketsOf(log, Uint32Array.from([0, 1, 2]), 3));
  expect(expect_(0, 1)).toBe(0);
  expect(expect_(0, 2)).toBeCloseTo((30 * 30 * 30 * 2) / 60 ** 2, 9);
});

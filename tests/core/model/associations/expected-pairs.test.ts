import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '#core/base/random.ts';
import { basketsOf } from '#core/model/associations/baskets.ts';
import { expectedPairs, type ExpectedPairs } from '#core/model/associations/expected-pairs.ts';
import { logOfBaskets } from './support.ts';

type Orders = readonly (readonly number[])[];

/** Of groups: products alike in all but name, two of which are one group, so that items stand for several. */
function expectedOf(orders: Orders, count: number, dayOf: (order: number) => number = () => 3) {
  const log = logOfBaskets(orders, count + 1, dayOf);
  const groupOf = Uint32Array.from({ length: count + 1 }, (_, i) => Math.min(i, count - 1));
  return expectedPairs(basketsOf(log, groupOf, count));
}

function rowSum(expectedPair: ExpectedPairs, item: number, count: number): number {
  let total = 0;
  for (let other = 0; other < count; other++)
    if (other !== item) total += expectedPair(item, other);
  return total;
}

function pairsOf(orders: Orders, item: number): number {
  return orders.reduce((all, order) => all + (order.includes(item) ? order.length - 1 : 0), 0);
}

describe('expected pairs', () => {
  it('add up for each item to the pairs that its orders hold', () => {
    const order = fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(fc.array(order, { minLength: 1, maxLength: 40 }), (orders) => {
        const expectedPair = expectedOf(orders, 7);
        for (let item = 0; item < 7; item++) {
          const pairs = pairsOf(orders, item);
          expect(Math.abs(rowSum(expectedPair, item, 7) - pairs)).toBeLessThan(
            0.002 * pairs + 1e-6,
          );
        }
      }),
    );
  });

  it('are those of lines drawn one by one, though one item has half of them', () => {
    const random = seededRandom(5);
    const draw = () => (random() < 0.5 ? 0 : 1 + Math.floor(4 * random()));
    const orders = Array.from({ length: 40_000 }, () => [...new Set([draw(), draw()])].sort());
    const expectedPair = expectedOf(orders, 5);
    const both = (a: number, b: number) =>
      orders.filter((order) => order.includes(a) && order.includes(b)).length;
    for (const [a, b] of [
      [0, 1],
      [1, 2],
      [3, 4],
    ] as const)
      expect(both(a, b) / expectedPair(a, b)).toBeCloseTo(1, 1);
  });

  it('of products add up to all pairs, with orders of an item as large as others', () => {
    const orders = [[0, 1, 2], [1, 2], [0, 3, 4, 5], [2], [5, 0], [0, 1, 4]];
    const log = logOfBaskets(orders, 6, () => 3);
    const items = Uint32Array.from([0, 1, 2, 3, 4, 5]);
    const expectedPair = expectedPairs(basketsOf(log, items, 6));
    const [sizes, pairs] = [15, 28];
    for (const item of items) {
      const count = orders.filter((order) => order.includes(item)).length;
      expect(rowSum(expectedPair, item, 6)).toBeCloseTo((count * pairs) / sizes, 3);
    }
  });

  it('go month by month, so that two products of different seasons are never expected together', () => {
    const orders = Array.from({ length: 60 }, (_, k) => (k < 30 ? [0, 2] : [1, 2]));
    const expectedPair = expectedOf(orders, 3, (order) => (order < 30 ? 3 : 40));
    expect(expectedPair(0, 1)).toBe(0);
    expect(expectedPair(0, 2)).toBeCloseTo(30, 3);
  });
});

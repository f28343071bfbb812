import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { basketsOf } from '#core/model/associations/baskets.ts';
import { countPairs, type PairCounts } from '#core/model/associations/count-pairs.ts';
import { finished, logOfBaskets } from './support.ts';

const ITEMS = 12;

function listed({ first, second, both }: PairCounts): string[] {
  return Array.from(first, (item, k) => `${item} ${second[k]} ${both[k]}`).sort();
}

/** Every pair of every order, in a table. */
function byBrute(orders: readonly (readonly number[])[], least: number): string[] {
  const counts = new Map<string, number>();
  const frequency = (item: number): number => orders.filter((order) => order.includes(item)).length;
  for (let i = 0; i < ITEMS; i++)
    for (let j = i + 1; j < ITEMS; j++)
      if (frequency(i) >= least && frequency(j) >= least)
        counts.set(
          `${i} ${j}`,
          orders.filter((order) => order.includes(i) && order.includes(j)).length,
        );
  return [...counts]
    .filter(([, count]) => count >= least)
    .map(([pair, count]) => `${pair} ${count}`)
    .sort();
}

const someOrders = fc.array(fc.array(fc.nat(ITEMS - 1), { maxLength: 30 }), { maxLength: 40 });

describe('pairs of items in one order', () => {
  it('are counted as a look at every pair of every order counts them', () => {
    fc.assert(
      fc.property(someOrders, fc.integer({ min: 1, max: 4 }), (orders, least) => {
        const items = Uint32Array.from({ length: ITEMS }, (_, item) => item);
        const baskets = basketsOf(logOfBaskets(orders, ITEMS), items, ITEMS);
        expect(listed(finished(countPairs(baskets, least)).frequent)).toEqual(
          byBrute(orders, least),
        );
      }),
      { numRuns: 150 },
    );
  });

  it('are counted once an order where several products are of one group', () => {
    const log = logOfBaskets([[0, 1, 2, 3], [0, 2], [1]], 4);
    const baskets = basketsOf(log, Int32Array.from([0, 0, 1, -1]), 2);
    expect([...baskets.frequency]).toEqual([3, 2]);
    expect(listed(finished(countPairs(baskets, 1)).frequent)).toEqual(['0 1 2']);
  });

  it('are sampled whatever their count, all of them where there are few', () => {
    const orders = Array.from({ length: 400 }, (_, k) => [k % 50, (7 * k) % 50, (k * k) % 50]);
    const items = Uint32Array.from({ length: 50 }, (_, item) => item);
    const { sample, possible } = finished(
      countPairs(basketsOf(logOfBaskets(orders, 50), items, 50), 2),
    );
    expect(possible).toBe((50 * 49) / 2);
    expect(sample.first).toHaveLength(possible);
    expect([...sample.both]).toContain(0);
  });
});

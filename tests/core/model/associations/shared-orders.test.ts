import fc from 'fast-check';
import { expect, it } from 'vitest';
import { NO_BUYER } from '#core/import/baskets/sales-log.ts';
import type { BoughtTogether } from '#core/model/associations/associations.ts';
import {
  linesByItem,
  ofEnoughBuyers,
  visitShared,
} from '#core/model/associations/shared-orders.ts';
import { logOfBaskets } from './support.ts';

const PRODUCTS = 4;
const itself = [0, 1, 2, 3];

it('visits the orders that two items share, as sets of orders would tell', () => {
  const anyOrders = fc.array(fc.subarray(itself), { maxLength: 30 });
  fc.assert(
    fc.property(anyOrders, (orders) => {
      const log = logOfBaskets(orders, PRODUCTS);
      const [first, second] = linesByItem(log, itself, PRODUCTS);
      const visited: number[] = [];
      visitShared(log, first!, second!, (line) => visited.push(log.order[line]!) > 0);
      expect(visited).toEqual(
        [...orders.keys()].filter((k) => orders[k]!.includes(0) && orders[k]!.includes(1)),
      );
    }),
  );
});

it('stops when it is told to', () => {
  const log = logOfBaskets(
    [
      [0, 1],
      [0, 1],
      [0, 1],
    ],
    PRODUCTS,
  );
  const [first, second] = linesByItem(log, itself, PRODUCTS);
  let count = 0;
  visitShared(log, first!, second!, () => ++count < 2);
  expect(count).toBe(2);
});

const pair: BoughtTogether = {
  ...{ first: 'p0', second: 'p1', firstTitle: 'a', secondTitle: 'b', both: 12 },
  ...{ withFirst: 12, withSecond: 12, lift: 2, low90: 1.5, high90: 3 },
};

it('leaves out pairs of fewer than ten buyers, however many their orders are', () => {
  const log = logOfBaskets(
    Array.from({ length: 12 }, () => [0, 1]),
    PRODUCTS,
  );
  const names = log.products.map(({ productId }) => productId);
  const keptWith = (buyerOf: (order: number) => number) =>
    ofEnoughBuyers({ ...log, buyer: Int32Array.from(log.order, buyerOf) }, [pair], {
      ...{ itemOf: itself, names },
    }).length;
  expect(keptWith((order) => order)).toBe(1);
  expect(keptWith((order) => order % 9)).toBe(0);
  expect(keptWith((order) => order % 10)).toBe(1);
  expect(keptWith(() => NO_BUYER)).toBe(1);
});

it('does so for groups, too', () => {
  const log = logOfBaskets(
    Array.from({ length: 12 }, () => [0, 1, 2, 3]),
    PRODUCTS,
  );
  const groups = { itemOf: [0, 1, 0, -1], names: ['__proto__', 'constructor'] };
  const named = { ...pair, first: '__proto__', second: 'constructor' };
  const from = (buyers: number) => ({
    ...log,
    buyer: Int32Array.from(log.order, (order) => order % buyers),
  });
  expect(ofEnoughBuyers(from(9), [named], groups)).toEqual([]);
  expect(ofEnoughBuyers(from(12), [named], groups)).toEqual([named]);
});

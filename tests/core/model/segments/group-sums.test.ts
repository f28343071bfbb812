import { expect, it } from 'vitest';
import { seededRandom } from '#core/base/random.ts';
import { BuyersPast } from '#core/model/segments/buyers-past.ts';
import { groupSums } from '#core/model/segments/group-sums.ts';
import { shelveProducts } from '#core/model/segments/product-shelf.ts';
import { buyerWorld } from '../../../support/buyer-world.ts';

const { log } = buyerWorld(2, { buyers: 100, days: 300, launchGap: 10 });
const past = new BuyersPast(log, shelveProducts(log.products));
past.moveTo(log.lastDay + 1);
const seen = Array.from(past.orderDays.keys()).filter((buyer) => past.orderDays[buyer]! > 0);
const known = { log, past, ordersToCome: past.orderDays, valueToCome: past.money };
const names = ['a', 'b', 'c'].map((name) => ({ kind: null, about: [name] }));

/** Puts the buyers who ordered into groups of these sizes; the others are in none. */
function sizesAfter(sizes: readonly number[]) {
  const groupOf = new Int32Array(log.buyerCount).fill(-1);
  let next = 0;
  sizes.forEach((size, group) => {
    for (let i = 0; i < size; i++) groupOf[seen[next++]!] = group;
  });
  return groupSums(known, { groupOf, names });
}

it('joins groups of fewer than ten buyers to the largest', () => {
  const groups = sizesAfter([9, 12, seen.length - 21]);
  expect(groups.map(({ buyers }) => buyers)).toEqual([12, seen.length - 12]);
  expect(groups.reduce((all, { salesShare }) => all + salesShare, 0)).toBeCloseTo(1, 10);
});

it('leaves over no sum of fewer than ten buyers', () => {
  const few = sizesAfter([20, seen.length - 25]);
  expect(few.map(({ buyers }) => buyers)).toEqual([20, seen.length - 20]);
  const many = sizesAfter([20, seen.length - 35]);
  expect(many.map(({ buyers }) => buyers)).toEqual([20, seen.length - 35]);
});

it('adds up what the buyers ordered and are expected to', () => {
  const [group] = sizesAfter([seen.length]);
  expect(group!.ordersToCome).toBe(past.orderDays.reduce((all, count) => all + count, 0));
  expect(group!.valueToCome).toBeCloseTo(
    past.money.reduce((all, money) => all + money, 0),
    6,
  );
  const lines = Array.from(log.buyer.keys()).filter((line) => log.buyer[line]! >= 0);
  const inShop = lines.filter((line) => log.channel[line] === 0).length / lines.length;
  expect(group!.channel).toEqual({ name: 'shop', share: inShop });
});

it('gives one group of all buyers no more than all sales, in whatever order they are added', () => {
  const random = seededRandom(1);
  const shares = Array.from({ length: 30 }, () => {
    const revenue = log.revenue.map((money) => money * (0.1 + random()));
    const odd = new BuyersPast({ ...log, revenue }, shelveProducts(log.products));
    odd.moveTo(log.lastDay + 1);
    const groupOf = new Int32Array(log.buyerCount).fill(1);
    for (const buyer of seen.slice(0, 9)) groupOf[buyer] = 0;
    const [all] = groupSums({ ...known, past: odd }, { groupOf, names: names.slice(0, 2) });
    return all!.salesShare;
  });
  expect(Math.max(...shares)).toBeLessThanOrEqual(1);
  expect(Math.min(...shares)).toBeCloseTo(1, 10);
});

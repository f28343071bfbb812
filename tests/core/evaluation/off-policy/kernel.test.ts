import { expect, it } from 'vitest';
import {
  KERNEL_PRICES,
  KERNEL_WEEKS,
  OWN_PRICE,
  OWN_WEEK,
  PRICE_BANDWIDTH,
} from '#core/evaluation/off-policy/kernel.ts';
import { sum } from '#core/base/statistics/statistics.ts';

it('shares everything out, most to the own week and price', () => {
  for (const nodes of [KERNEL_WEEKS, KERNEL_PRICES])
    expect(sum(nodes.map(({ share }) => share))).toBeCloseTo(1, 12);
  expect(KERNEL_WEEKS[OWN_WEEK]!.daysAway).toBe(0);
  expect(KERNEL_PRICES[OWN_PRICE]!.factor).toBe(1);
});

it('falls by triangles to nothing at four weeks', () => {
  const triangle = KERNEL_WEEKS.map(({ daysAway }) => 1 - Math.abs(daysAway) / 28);
  KERNEL_WEEKS.forEach(({ share }, i) =>
    expect(share).toBeCloseTo(triangle[i]! / sum(triangle), 12),
  );
});

it('has the moments of a Gaussian in log price up to the fifth', () => {
  const moment = (k: number) =>
    sum(KERNEL_PRICES.map(({ factor, share }) => share * Math.log(factor) ** k));
  expect(moment(2)).toBeCloseTo(PRICE_BANDWIDTH ** 2, 12);
  expect(moment(4)).toBeCloseTo(3 * PRICE_BANDWIDTH ** 4, 12);
  for (const odd of [1, 3, 5]) expect(moment(odd)).toBeCloseTo(0, 12);
});

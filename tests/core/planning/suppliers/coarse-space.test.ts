import { expect, it } from 'vitest';
import { coarseSpace } from '#core/planning/suppliers/coarse-space.ts';

const space = {
  weeks: [0, 7, 14, 21, 28, 35, 70, 77],
  channels: [{ name: 'shop', fee: 0 }],
  promotions: [],
  priceFactors: [0.9, 1.05, 1.2],
  ...{ adSpend: 50, adSpends: [40, 50, 60] },
};

it('takes weeks that are at least four weeks apart, also after a gap', () => {
  expect(coarseSpace(space).weeks).toEqual([0, 28, 70]);
});

it('leaves one price and one ad spend', () => {
  const { priceFactors, adSpends, adSpend, channels } = coarseSpace(space);
  expect({ priceFactors, adSpends, adSpend }).toEqual({
    ...{ priceFactors: [1.05], adSpends: [], adSpend: 50 },
  });
  expect(channels).toBe(space.channels);
});

it('accepts a space without weeks', () => {
  expect(coarseSpace({ ...space, weeks: [] }).weeks).toEqual([]);
});

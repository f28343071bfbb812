import { expect, it } from 'vitest';
import {
  actionTaken,
  coarseActions,
  launchOffers,
} from '#core/evaluation/off-policy/logged-offers.ts';
import { launchRewards, moneyUnder, rewardOf } from '#core/evaluation/off-policy/launch-reward.ts';
import { launchTable } from '../../../support/launch-table.ts';

const table = launchTable([
  { channel: 'shop', promotion: 'none', listPrice: 10, salePrice: 9, unitCost: 4, adSpend: 20 },
  { channel: 'shop', promotion: 'none', listPrice: 10, salePrice: 10, unitCost: 4, adSpend: 40 },
  { channel: 'market', promotion: 'sale', listPrice: 10, salePrice: 8, unitCost: 4, adSpend: 90 },
  { channel: 'market', promotion: 'none', listPrice: 10, salePrice: 10, channelFee: 0.2 },
]);
const space = {
  weeks: [],
  channels: [
    { name: 'shop', fee: 0.03 },
    { name: 'market', fee: 0.15 },
  ],
  promotions: [
    { name: 'none', depth: 0 },
    { name: 'sale', depth: 0.2 },
  ],
  priceFactors: [1],
  adSpend: 30,
  adSpends: [],
};
const coarse = coarseActions(table, space);

it('asks about what was combined only', () => {
  expect(coarse.actions).toEqual([
    { channel: 'shop', promotion: 'none' },
    { channel: 'market', promotion: 'none' },
    { channel: 'market', promotion: 'sale' },
  ]);
  expect([0, 1, 2, 3].map((row) => actionTaken(coarse, table, row))).toEqual([0, 0, 2, 1]);
});

it('keeps the price before the promotion, and how much was spent for its channel', () => {
  const [own, market, sale] = launchOffers(coarse, table, { row: 0, taken: 0 });
  expect(own).toEqual({ priceRatio: 0.9, adSpend: 20, fee: 0.03 });
  expect(sale!.priceRatio).toBeCloseTo(0.72, 12);
  expect(market).toMatchObject({ adSpend: 60, fee: 0.15 }); // usual: 30 on one, 90 on the other
});

it('takes a fee that the launch names for its own channel', () => {
  const offers = launchOffers(coarse, table, { row: 3, taken: 1 });
  expect(offers.map(({ fee }) => fee)).toEqual([0.03, 0.2, 0.2]);
  expect(offers[0]!.adSpend).toBeNaN();
});

it('counts profit, with usual costs where a launch names none', () => {
  const rewards = launchRewards(table, Uint32Array.of(0, 3));
  expect(rewards.objective).toBe('profit');
  expect(rewards.economics[1]).toEqual({ listPrice: 10, unitCost: 4 });
  const offer = launchOffers(coarse, table, { row: 0, taken: 0 })[0]!;
  const money = moneyUnder(rewards.economics[0]!, offer);
  // 10 units of 9, less 3 % fee and a cost of 4, less the ads.
  expect(rewardOf('profit', 10, money)).toBeCloseTo(10 * (9 * 0.97 - 4) - 20, 10);
  expect(rewardOf('revenue', 10, money)).toBeCloseTo(90, 10);
  expect(rewardOf('units', 10, money)).toBe(10);
});

it('counts revenue where no cost is known, and units where no price is', () => {
  const rows = Uint32Array.of(0);
  expect(launchRewards(launchTable([{ listPrice: 5 }]), rows).objective).toBe('revenue');
  expect(launchRewards(launchTable([{}]), rows).objective).toBe('units');
});

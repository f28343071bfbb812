import type { BuyerGroup } from '#core/model/segments/buyer-groups.ts';
import type { BuyerStudy } from '#core/model/segments/buyer-study.ts';
import type { CountModel } from '#core/model/segments/launch-counts.ts';

/** A group of regular buyers. */
export function sampleBuyerGroup(other: Partial<BuyerGroup> = {}): BuyerGroup {
  return {
    ...{ kind: 'regular', about: [], buyers: 2987, salesShare: 0.63, ordersToCome: 14_300 },
    ...{ valueToCome: 5_960_000, discountShare: 0.06, newShare: 0.08 },
    ...{ channel: { name: 'web', share: 0.8 }, offer: 'early-access' },
    ...other,
  };
}

/** A study whose middle is 84.5 returning buyers and 40 units in the first week, whatever the launch. */
export function sampleBuyerStudy(other: Partial<BuyerStudy> = {}): BuyerStudy {
  const constant = (log: number): CountModel => ({
    ...{ coefficients: [log, 0, 0, 0, 0, 0, 0, 0], spread: [0.3, 0, 0.1] },
    ...{ low90: -1.6, high90: 1.6, launches: 400 },
  });
  return {
    ...{ buyerCount: 5839, orderCount: 39_223, firstDay: 14_579, lastDay: 15_317 },
    ...{ returningCount: 4172, repeat: { r: 0.67, alpha: 9.2, a: 0.11, b: 2.3 } },
    ...{ value: { p: 1.9, q: 3.8, gamma: 572 }, valueToCome: 8_780_000 },
    ...{ ordersToCome: [1440, 1430, 1422], grouping: 'theme' },
    returning: {
      logit: { intercept: -4, coefficients: [] },
      ...{ buyers: constant(Math.log(85)), firstWeekUnits: constant(Math.log(40.5)) },
      ...{ buyersLevel: 4, unitsLevel: 3, logPool: 3, usualLogPrice: 1, unknownRarity: 8 },
      ...{ words: [], groups: [], launches: 400 },
    },
    habits: {
      groups: [
        sampleBuyerGroup(),
        sampleBuyerGroup({ kind: 'lapsed', buyers: 2076, offer: 'win-back' }),
      ],
      ...{ agreement: 0.98, lack: null },
    },
    tastes: { groups: null, agreement: 0.73, lack: 'unstable' },
    ...other,
  };
}

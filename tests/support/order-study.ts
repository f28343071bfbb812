import type { Associations } from '#core/model/associations/associations.ts';
import type { BuyerStudy } from '#core/model/segments/buyer-study.ts';
import type { OrderStudy } from '#core/model/segments/order-study.ts';

/** Associations in which mugs and tea are bought together and launches of mugs bring tea. */
export function sampleAssociations(given: Partial<Associations> = {}): Associations {
  return {
    ...{ orderCount: 1200, basketCount: 400, firstDay: 19_000, lastDay: 19_700 },
    grouping: 'category',
    together: [
      {
        ...{ first: 'MUG', second: 'TEA', firstTitle: 'Blue mug', secondTitle: 'Green tea' },
        ...{ both: 60, withFirst: 200, withSecond: 150, lift: 2.4, low90: 1.9, high90: 3 },
      },
    ],
    groupsTogether: [
      {
        ...{ first: 'Mugs', second: 'Tea', firstTitle: 'Mugs', secondTitle: 'Tea' },
        ...{ both: 120, withFirst: 400, withSecond: 300, lift: 1.2, low90: 1.05, high90: 1.4 },
      },
    ],
    halo: {
      ...{ launchCount: 42, weeks: 8, testedPairs: 12 },
      effects: [
        {
          ...{ launched: 'Mugs', other: 'Tea', units: 18, low90: 4, high90: 35 },
          ...{ launchCount: 21, otherPrice: 6 },
        },
      ],
    },
    ...given,
  };
}

export function sampleOrderStudy(given: Partial<OrderStudy> = {}): OrderStudy {
  return {
    ...{ readAt: 1, fileNames: ['orders.csv'], lineCount: 2500, buyerCount: 0 },
    ...{ associations: sampleAssociations(), buyers: null },
    ...given,
  };
}

/** 5,000 buyers, of whom regular ones buy most; 1,200 of them came back for 60 launches. */
export function sampleBuyerStudy(): BuyerStudy {
  const counts = {
    ...{ coefficients: [1, 0.5, 0.5, 0.5, 0, 0, 0, 0.3], spread: [1, 0, 0.3] as const },
    ...{ low90: -1.6, high90: 1.6, launches: 60 },
  };
  const regular = {
    ...{ kind: 'regular' as const, about: [], buyers: 1200, salesShare: 0.6, ordersToCome: 900 },
    ...{ valueToCome: 27_000, discountShare: 0.1, newShare: 0.2 },
    ...{ channel: { name: 'web', share: 0.8 }, offer: 'early-access' as const },
  };
  return {
    ...{ buyerCount: 5000, orderCount: 9000, firstDay: 19_000, lastDay: 19_700 },
    ...{ returningCount: 1200, repeat: { r: 0.24, alpha: 4.4, a: 0.8, b: 2.4 } },
    ...{ value: { p: 6.2, q: 3.7, gamma: 15.4 }, ordersToCome: [120, 110], valueToCome: 40_000 },
    grouping: 'category',
    returning: {
      ...{ logit: { intercept: -4, coefficients: [0.1, -0.2] }, buyers: counts },
      ...{ firstWeekUnits: counts, buyersLevel: 3, unitsLevel: 2, logPool: 3, launches: 60 },
      ...{ usualLogPrice: 2.3, unknownRarity: 6 },
      ...{ words: [{ name: 'mug', lift: 0.2, rarity: 2 }], groups: [{ name: 'Mugs', share: 0.4 }] },
    },
    habits: { groups: [regular], agreement: 0.93, lack: null },
    tastes: { groups: null, agreement: 0.4, lack: 'unstable' },
  };
}

// Launches of invented shops whose units depend on the price through a known curve; page visits follow the same curve
// and are measured more precisely.

import { seededRandom, type Random } from '#core/base/random.ts';
import { normalQuantile } from '#core/base/statistics/normal-distribution.ts';

export interface VisitedLaunches {
  readonly prices: Float64Array;
  readonly units: Float64Array;
  readonly visits: Float64Array;
  /** Facts that change nothing, [launches, chance inputs], standard normal. */
  readonly chance: Float64Array;
}

export interface VisitedShop {
  /** Launches that models learn from, and later ones that judge them. */
  readonly seenCount: number;
  readonly unseenCount: number;
  /** Logarithm of the units that a price sells at the middle of its noise. */
  readonly logUnits: (price: number) => number;
  /** Standard deviations of the logarithms. */
  readonly unitsNoise: number;
  readonly visitsNoise: number;
  /** How many facts of a launch change nothing. */
  readonly chanceInputs: number;
}

export const PRICE_RANGE = { low: 8, high: 40 };
const VISITS_PER_UNIT = 25;

/** A price in the middle sells best: cheap looks poor, dear is not bought. */
const bend = (price: number): number => Math.log(150) - ((price - 20) / 11) ** 2;
const straight = (price: number): number => Math.log(150) - 0.055 * (price - PRICE_RANGE.low);

export type ShopName = 'bend' | 'straight' | 'few' | 'more' | 'large';

/** `few` and `more` differ only in what there is to learn from; `large` is another shop, with a similar curve. */
export const VISITED_SHOPS: Readonly<Record<ShopName, VisitedShop>> = {
  bend: {
    ...{ seenCount: 110, unseenCount: 50, logUnits: bend, chanceInputs: 0 },
    ...{ unitsNoise: 0.25, visitsNoise: 0.1 },
  },
  straight: {
    ...{ seenCount: 24, unseenCount: 120, logUnits: straight, chanceInputs: 0 },
    ...{ unitsNoise: 0.6, visitsNoise: 0.1 },
  },
  few: {
    ...{ seenCount: 36, unseenCount: 120, logUnits: bend, chanceInputs: 4 },
    ...{ unitsNoise: 0.5, visitsNoise: 0.1 },
  },
  more: {
    ...{ seenCount: 120, unseenCount: 120, logUnits: bend, chanceInputs: 4 },
    ...{ unitsNoise: 0.5, visitsNoise: 0.1 },
  },
  large: {
    ...{ seenCount: 300, unseenCount: 1, chanceInputs: 4 },
    logUnits: (price) => Math.log(400) - ((price - 22) / 13) ** 2,
    ...{ unitsNoise: 0.3, visitsNoise: 0.1 },
  },
};

export interface SplitShop {
  readonly seen: VisitedLaunches;
  readonly unseen: VisitedLaunches;
}

/** Draws a shop. The launches that judge depend on the seed alone, so that more launches to learn from change no others. */
export function drawShop(shop: VisitedShop, seed: number): SplitShop {
  return {
    seen: drawLaunches(shop, shop.seenCount, seededRandom(2 * seed)),
    unseen: drawLaunches(shop, shop.unseenCount, seededRandom(2 * seed + 1)),
  };
}

function drawLaunches(shop: VisitedShop, count: number, random: Random): VisitedLaunches {
  const prices = new Float64Array(count);
  const units = new Float64Array(count);
  const visits = new Float64Array(count);
  const chance = new Float64Array(count * shop.chanceInputs);
  for (let i = 0; i < count; i++) {
    prices[i] = PRICE_RANGE.low + (PRICE_RANGE.high - PRICE_RANGE.low) * random();
    const log = shop.logUnits(prices[i]!);
    units[i] = Math.round(Math.exp(log + shop.unitsNoise * normalQuantile(random())));
    visits[i] = Math.round(
      VISITS_PER_UNIT * Math.exp(log + shop.visitsNoise * normalQuantile(random())),
    );
    for (let k = 0; k < shop.chanceInputs; k++)
      chance[i * shop.chanceInputs + k] = normalQuantile(random());
  }
  return { prices, units, visits, chance };
}

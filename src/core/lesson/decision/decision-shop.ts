// An invented shop: past launches whose units follow the week, the channel, the price, a promotion, and chance.

import { seededRandom } from '#core/base/random.ts';
import { normalQuantile } from '#core/base/statistics/normal-distribution.ts';

export const SHOP_CHANNELS = ['own', 'market', 'social'] as const;
export type ShopChannel = (typeof SHOP_CHANNELS)[number];

/** What is decided about a launch. */
export interface Offer {
  /** Week of the year, 1–52. */
  readonly week: number;
  readonly channel: ShopChannel;
  /** What buyers pay for a unit. */
  readonly price: number;
  readonly isPromoted: boolean;
}

export interface ShopLaunch extends Offer {
  readonly units: number;
}

export const SHOP_PRICES = { min: 18, max: 40 } as const;
const WEEKS = 52;

/** Channel fee: share of the price, 0–1. */
export const CHANNEL_FEES: Readonly<Record<ShopChannel, number>> = {
  ...{ own: 0.03, market: 0.15, social: 0.08 },
};

const TRUE_CHANNEL: Readonly<Record<ShopChannel, number>> = {
  ...{ own: 0, market: 0.4, social: -0.2 },
};
/** Price at which the other effects are stated. */
export const USUAL_PRICE = 25;
const PEAK_WEEK = 47;
/** Standard deviation of log1p(units) that nobody can foresee. */
const CHANCE = 0.4;

/** Returns launches in the order of time. */
export function decisionShop(seed: number, count: number): ShopLaunch[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, i) => {
    const offer = {
      week: 1 + ((Math.floor(i / 2) + Math.floor(random() * 3)) % WEEKS),
      channel: SHOP_CHANNELS[Math.floor(random() * SHOP_CHANNELS.length)]!,
      price: SHOP_PRICES.min + Math.floor(random() * (SHOP_PRICES.max - SHOP_PRICES.min + 1)),
      isPromoted: random() < 0.25,
    };
    const logUnits = trueLogUnits(offer) + CHANCE * normalQuantile(random());
    return { ...offer, units: Math.max(0, Math.round(Math.expm1(logUnits))) };
  });
}

function trueLogUnits({ week, channel, price, isPromoted }: Offer): number {
  const season = 0.4 * Math.cos((2 * Math.PI * (week - PEAK_WEEK)) / WEEKS);
  const ofPrice = -1.3 * Math.log(price / USUAL_PRICE);
  return 4.5 + season + TRUE_CHANNEL[channel] + ofPrice + (isPromoted ? 0.3 : 0);
}

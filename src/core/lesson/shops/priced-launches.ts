// Launches of an invented shop where units fall straight with the price.

import { normalQuantile } from '#core/base/statistics/normal-distribution.ts';
import { seededRandom } from '#core/base/random.ts';

/** Launches in the order of their weeks. */
export interface PricedLaunches {
  readonly prices: Float64Array;
  readonly units: Float64Array;
}

interface PricedShop {
  readonly count: number;
  readonly seed: number;
  /** Units that the level loses from the first launch to the last. */
  readonly drift: number;
}

/** The ten launches through which students draw their line; the hand-out prints them. */
export const LINE_SHOP: PricedShop = { count: 10, seed: 6, drift: 0 };

const PRICES = { low: 8, high: 36 };
const LEVEL = 140;
const UNITS_PER_PRICE = -3;
const NOISE_UNITS = 15;

/** Returns invented launches whose mean units are 140 − 3 · price, less the drift; noise is normal. */
export function pricedLaunches({ count, seed, drift }: PricedShop): PricedLaunches {
  const random = seededRandom(seed);
  const prices = Float64Array.from({ length: count }, () =>
    Number((PRICES.low + (PRICES.high - PRICES.low) * random()).toFixed(2)),
  );
  const units = prices.map((price, i) => {
    const lost = (drift * i) / Math.max(1, count - 1);
    const mean = LEVEL + UNITS_PER_PRICE * price - lost;
    return Math.max(0, Math.round(mean + NOISE_UNITS * normalQuantile(random())));
  });
  return { prices, units };
}

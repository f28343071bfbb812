// Calculates what it is worth to know an arm better. The products of this season stand for the launches of later ones.
// Where an arm is nearly as good as the best for a product, one more launch on it may change a later choice.

import { optionsOf } from '../offers/season-option.ts';
import type { ProductOffers, SeasonOffers } from '../offers/season-offers.ts';
import { armMove, type ArmSpread } from '../offers/known-arms.ts';
import { knowledgeGradient } from './knowledge-gradient.ts';

/** Values of one product, by channel. */
export interface Stakes {
  /** Expected objective in the best week; -Infinity where the channel was never tried. */
  readonly values: Float64Array;
  /** Change of that value per log unit. */
  readonly slopes: Float64Array;
}

/** Returns the value and slope of each channel's best option for a product. */
export function stakesOf(offers: SeasonOffers, product: ProductOffers): Stakes {
  const values = new Float64Array(offers.channels.length).fill(-Infinity);
  const slopes = new Float64Array(offers.channels.length);
  const options = optionsOf(offers, product, { isAdLimited: false, isStockLimited: false });
  for (const { channel, value, contribution } of options) {
    if (!(value > values[channel]!)) continue;
    values[channel] = value;
    slopes[channel] = contribution;
  }
  return { values, slopes };
}

/**
 * Returns the expected gain that one more launch of an arm brings to a later launch of the category, in the objective.
 * @param arm `launches`: number of the arm's launches so far
 */
export function gainALaunch(
  stakes: readonly Stakes[],
  channel: number,
  { spread, launches }: { readonly spread: ArmSpread; readonly launches: number },
): number {
  const move = armMove(spread, launches);
  let gain = 0;
  for (const { values, slopes } of stakes) {
    const others = bestOther(values, channel);
    if (values[channel] === -Infinity || others === -Infinity) continue;
    gain += knowledgeGradient(values[channel]! - others, slopes[channel]! * move);
  }
  return gain / Math.max(1, stakes.length);
}

function bestOther(values: Float64Array, channel: number): number {
  return values.reduce(
    (best, value, place) => (place === channel ? best : Math.max(best, value)),
    -Infinity,
  );
}

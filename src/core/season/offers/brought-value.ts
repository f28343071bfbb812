// What a launch brings other products of the shop, in the season's objective: the mirror image of what similar launches
// take from each other.

import { ownValue } from '#core/base/lookup.ts';
import { median } from '#core/base/statistics/statistics.ts';
import { EIGHT_IN_TEN, NINE_IN_TEN } from '#core/base/statistics/wilson.ts';
import type { Associations, HaloEffect } from '#core/model/associations/associations.ts';
import { haloOf } from '#core/model/associations/halo-of.ts';
import { offerMoney } from '#core/planning/economics/offer-money.ts';
import type { BroughtValue, ProductOffers, SeasonOffers } from './season-offers.ts';

/** Usual figures of the shop by category, '' for all: list prices, and unit costs as shares of them. */
export interface UsualFigures {
  readonly listPrices: Readonly<Record<string, number>>;
  readonly costShares: Readonly<Record<string, number>>;
}

/** Profit as a share of the price of a unit whose cost is not known: a cautious assumption. */
export const CAUTIOUS_MARGIN = 0.2;

type Shop = Pick<SeasonOffers, 'objective' | 'channels' | 'unitTerms' | 'terms'>;

/** Returns the products with what their launches bring others, where past launches show an effect. */
export function withBrought(
  products: readonly ProductOffers[],
  study: Associations,
  worth: { readonly shop: Shop; readonly usual: UsualFigures },
): ProductOffers[] {
  return products.map((product) => {
    const brought = broughtBy(haloOf(study, product), worth);
    return brought ? { ...product, brought } : product;
  });
}

/**
 * Returns what effects are worth together, with their 80% range; null where there are none, or none with a known worth.
 * Effects of a group on itself do not count: what launches take from similar ones counts already. Errors of effects on
 * several groups are taken as independent.
 */
export function broughtBy(
  effects: readonly HaloEffect[],
  { shop, usual }: { readonly shop: Shop; readonly usual: UsualFigures },
): BroughtValue | null {
  let [expected, variance, count] = [0, 0, 0];
  for (const effect of effects) {
    const each = unitWorth(effect, shop, usual);
    if (effect.other === effect.launched || !Number.isFinite(each)) continue;
    expected += effect.units * each;
    variance += (((effect.high90 - effect.low90) / (2 * NINE_IN_TEN)) * each) ** 2;
    count += 1;
  }
  if (count === 0) return null;
  const half = EIGHT_IN_TEN * Math.sqrt(variance);
  return { expected, low80: expected - half, high80: expected + half };
}

/** Returns what a unit of the other group is worth; NaN where that is money and its price is not known. */
function unitWorth(
  { other, otherPrice: price }: HaloEffect,
  { objective, channels, unitTerms, terms }: Shop,
  { listPrices, costShares }: UsualFigures,
): number {
  if (objective === 'units' || objective === 'sell-through') return 1;
  const fees = channels.map(({ fee }) => fee).filter((fee) => Number.isFinite(fee));
  const listPrice = finiteOr(ownValue(listPrices, other), price);
  const share = finiteOr(ownValue(costShares, other), costShares[''] ?? NaN);
  const { revenue, margin } = offerMoney(
    { listPrice, unitCost: listPrice * share },
    {
      ...{ price, fee: fees.length > 0 ? median(fees) : 0, adSpend: 0, unitTerms },
      leftoverLoss: terms.leftoverLoss,
    },
  );
  if (objective === 'revenue') return revenue;
  return Number.isFinite(margin) ? margin : CAUTIOUS_MARGIN * revenue;
}

function finiteOr(value: number | undefined, other: number): number {
  return Number.isFinite(value) ? value! : other;
}

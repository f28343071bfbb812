// Updates the problem after an edit by hand. Unaffected products are not recalculated, so locking one of two hundred
// products takes no longer than locking one of two.

import { ownValue } from '#core/base/lookup.ts';
import { isCashLimited, type SeasonLimits } from '../offers/season-limits.ts';
import type { ProductOffers, SeasonOffers } from '../offers/season-offers.ts';
import {
  seasonProblem,
  seasonProduct,
  type SeasonProblem,
  type SeasonProduct,
} from './season-problem.ts';
import { seasonReach } from '../offers/season-reach.ts';

export interface MadeProblem {
  readonly offers: SeasonOffers;
  readonly limits: SeasonLimits;
  readonly problem: SeasonProblem;
}

/**
 * Returns the same as `seasonProblem`; products whose own limits have not changed are taken from the earlier problem.
 */
export function updatedProblem(
  before: MadeProblem | null,
  offers: SeasonOffers,
  limits: SeasonLimits,
): SeasonProblem {
  if (before?.offers !== offers || !hasSameOptions(before.limits, limits))
    return seasonProblem(offers, limits);
  const [known, reach] = [seasonReach(offers, before.limits), seasonReach(offers, limits)];
  if (JSON.stringify(known.detail) !== JSON.stringify(reach.detail))
    return seasonProblem(offers, limits);
  const wishOf = ({ wishes }: SeasonLimits, id: string) => JSON.stringify(ownValue(wishes, id));
  const isSame = (id: string, place: number) =>
    known.isIn[place] === reach.isIn[place] && wishOf(before.limits, id) === wishOf(limits, id);
  const products = offers.products.map((product, place) =>
    isSame(product.productId, place)
      ? before.problem.products[place]!
      : seasonProduct(offers, product, { limits, reach, place }),
  );
  return { ...before.problem, products, limits, compared: reach.compared };
}

/** Returns one product as if it were the only one: within reach and in full detail. */
export function seasonProductOf(
  offers: SeasonOffers,
  product: ProductOffers,
  limits: SeasonLimits,
): SeasonProduct {
  return seasonProblem({ ...offers, products: [product], pairs: [] }, limits).products[0]!;
}

/**
 * Compares limits that affect all options, without those of products. Budgets matter only by whether they exist;
 * `mostPerWeek` does not matter.
 */
function hasSameOptions(one: SeasonLimits, other: SeasonLimits): boolean {
  const general = (limits: SeasonLimits) => {
    const { firstWeek, weekCount, closedWeeks, adBudget, stockBudget, channelBudgets } = limits;
    const channels = Object.keys(channelBudgets).sort();
    const areFree = [adBudget === null, stockBudget === null, isCashLimited(limits)];
    return JSON.stringify([firstWeek, weekCount, closedWeeks, areFree, channels]);
  };
  return general(one) === general(other);
}

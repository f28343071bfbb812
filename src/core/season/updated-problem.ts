// The problem after a change by hand: what the change does not touch is not worked out again, so that locking one of two hundred products
// takes no longer than locking one of two.

import { ownValue } from '../lookup.ts';
import type { SeasonLimits } from './season-limits.ts';
import type { ProductOffers, SeasonOffers } from './season-offers.ts';
import {
  seasonProblem,
  seasonProduct,
  type SeasonProblem,
  type SeasonProduct,
} from './season-problem.ts';
import { seasonReach } from './season-reach.ts';

export interface MadeProblem {
  readonly offers: SeasonOffers;
  readonly limits: SeasonLimits;
  readonly problem: SeasonProblem;
}

/** The same as `seasonProblem` of the offers and limits; products whose wishes have not changed are taken from what was made before. */
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

/** One product as if it were alone: in reach, and in full. */
export function seasonProductOf(
  offers: SeasonOffers,
  product: ProductOffers,
  limits: SeasonLimits,
): SeasonProduct {
  return seasonProblem({ ...offers, products: [product], pairs: [] }, limits).products[0]!;
}

/** Wishes apart: of budgets it only counts whether there are any, and how many may be launched does not count at all. */
function hasSameOptions(one: SeasonLimits, other: SeasonLimits): boolean {
  const general = (limits: SeasonLimits) => {
    const { firstWeek, weekCount, closedWeeks, adBudget, stockBudget, channelBudgets } = limits;
    const channels = Object.keys(channelBudgets).sort();
    const areFree = [adBudget === null, stockBudget === null];
    return JSON.stringify([firstWeek, weekCount, closedWeeks, areFree, channels]);
  };
  return general(one) === general(other);
}

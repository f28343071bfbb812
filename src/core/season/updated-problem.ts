// The problem after a change by hand: what the change does not touch is not worked out again, so that locking one of two hundred products
// takes no longer than locking one of two.

import { ownValue } from '../lookup.ts';
import type { SeasonLimits } from './season-limits.ts';
import type { ProductOffers, SeasonOffers } from './season-offers.ts';
import { seasonProblem, type SeasonProblem, type SeasonProduct } from './season-problem.ts';

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
  const wishOf = ({ wishes }: SeasonLimits, id: string) => JSON.stringify(ownValue(wishes, id));
  const products = offers.products.map((product, i) =>
    wishOf(before.limits, product.productId) === wishOf(limits, product.productId)
      ? before.problem.products[i]!
      : seasonProductOf(offers, product, limits),
  );
  return { ...before.problem, products, limits };
}

/** One product of the problem. */
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

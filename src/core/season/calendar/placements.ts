// Converts calendars between the stored form (placements) and the calculated form (choices in a problem).

import { ownValue } from '#core/base/lookup.ts';
import { withCash } from '../offers/option-cash.ts';
import { isCashLimited } from '../offers/season-limits.ts';
import { optionOfPlacement } from '../offers/placed-option.ts';
import { isSameOption, type SeasonOption } from '../offers/season-option.ts';
import type { Placement } from '../offers/placement.ts';
import type { SeasonOffers } from '../offers/season-offers.ts';
import { LEFT_OUT, type SeasonChoice, type SeasonProblem } from '../problem/season-problem.ts';
import { chosen } from '../problem/season-value.ts';

/** Returns the placements by week, then in the order of the products. */
export function placementsOf(problem: SeasonProblem, choice: SeasonChoice): Placement[] {
  const placed = problem.products.flatMap(({ productId }, i): Placement[] => {
    const option = chosen(problem, choice, i);
    return option ? [placementOf(problem, productId, option)] : [];
  });
  return placed.sort((a, b) => a.week - b.week);
}

/** Returns the stored form of an option. */
export function placementOf(
  { weeks, channels }: Pick<SeasonProblem, 'weeks' | 'channels'>,
  productId: string,
  { week, channel, adSpend, stockUnits }: SeasonOption,
): Placement {
  return {
    productId,
    week: weeks[week]!,
    channel: channels[channel] ?? null,
    adSpend: Number.isNaN(adSpend) ? null : adSpend,
    stockUnits,
  };
}

export interface Placed {
  readonly problem: SeasonProblem;
  readonly choice: SeasonChoice;
}

/**
 * Returns a calendar as choices of a problem. Placements that the limits do not allow are added as options, so that
 * broken limits can be reported.
 */
export function withPlacements(
  problem: SeasonProblem,
  offers: SeasonOffers,
  placements: readonly Placement[],
): Placed {
  const byProduct = Object.fromEntries(placements.map((each) => [each.productId, each]));
  const choice = new Int32Array(problem.products.length).fill(LEFT_OUT);
  const products = problem.products.map((product, i) => {
    const placement = ownValue(byProduct, product.productId);
    const found = placement ? optionOfPlacement(offers, placement) : null;
    if (!found) return product;
    const option = isCashLimited(problem.limits)
      ? withCash(offers, offers.products[i]!, found)
      : found;
    const place = product.options.findIndex((other) => isSameOption(other, option));
    choice[i] = place < 0 ? product.options.length : place;
    return place < 0 ? { ...product, options: [...product.options, option] } : product;
  });
  return { problem: { ...problem, products }, choice };
}

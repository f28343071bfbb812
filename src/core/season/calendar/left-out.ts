// Products that a calendar does not launch.

import type { Placement } from '../offers/placement.ts';
import type { SeasonLimits } from '../offers/season-limits.ts';
import type { SeasonOffers } from '../offers/season-offers.ts';

type Offered = Pick<SeasonOffers, 'products'>;

/** Returns the IDs of products that have offers and no placement, in their order. */
export function leftOutOf(
  ids: readonly string[],
  { offers, placements }: { readonly offers: Offered; readonly placements: readonly Placement[] },
): string[] {
  const offered = new Set(offers.products.map(({ productId }) => productId));
  const placed = new Set(placements.map(({ productId }) => productId));
  return ids.filter((id) => offered.has(id) && !placed.has(id));
}

/** Leaves out all products but these; the offers may still contain products removed since. */
export function withOthersLeftOut(
  limits: SeasonLimits,
  { products }: Offered,
  ids: readonly string[],
): SeasonLimits {
  const kept = new Set(ids);
  const removed = products.filter(({ productId }) => !kept.has(productId));
  if (removed.length === 0) return limits;
  const out = removed.map(({ productId }) => [productId, { isLeftOut: true }] as const);
  return { ...limits, wishes: { ...limits.wishes, ...Object.fromEntries(out) } };
}

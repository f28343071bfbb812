// Products that a calendar does not launch.

import type { Placement } from './season-calendar.ts';
import type { SeasonLimits } from './season-limits.ts';
import type { SeasonOffers } from './season-offers.ts';

type Offered = Pick<SeasonOffers, 'products'>;

/** Of these IDs those of products that could be launched and are not, in their order. */
export function leftOutOf(
  ids: readonly string[],
  { offers, placements }: { readonly offers: Offered; readonly placements: readonly Placement[] },
): string[] {
  const offered = new Set(offers.products.map(({ productId }) => productId));
  const placed = new Set(placements.map(({ productId }) => productId));
  return ids.filter((id) => offered.has(id) && !placed.has(id));
}

/** Offers outlive products that are removed: all but these IDs are left out. */
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

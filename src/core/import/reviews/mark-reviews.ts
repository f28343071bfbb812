// Marks reviews that say little of a product, or were written for something else than to say it.

import { groupSameTexts } from './group-same-texts.ts';
import { isDeliveryOnly } from './is-delivery-only.ts';
import { isIncentivised } from './is-incentivised.ts';
import type { Review } from './review.ts';

/** Bits of a mark. */
export const REVIEW_MARKS = {
  /** An earlier review has the same words, or nearly. */
  duplicate: 1,
  /** Three or more reviews with the same words, of three products or on one day. */
  campaign: 2,
  /** It says that its writer got something for it. */
  incentivised: 4,
  /** It is about delivery, courier or packaging only. */
  deliveryOnly: 8,
} as const;

export type ReviewMark = keyof typeof REVIEW_MARKS;

const LEAST_PRODUCTS = 3;
const LEAST_A_DAY = 3;

/** Returns the marks of each review as bits of `REVIEW_MARKS`; 0 for most. */
export function markReviews(
  reviews: readonly Pick<Review, 'text' | 'names' | 'day'>[],
): Uint8Array {
  const firstOf = groupSameTexts(reviews.map(({ text }) => text));
  const campaigns = campaignsIn(reviews, firstOf);
  return Uint8Array.from(
    reviews,
    ({ text }, i) =>
      (firstOf[i] === i ? 0 : REVIEW_MARKS.duplicate) |
      (campaigns.has(firstOf[i]!) ? REVIEW_MARKS.campaign : 0) |
      (isIncentivised(text) ? REVIEW_MARKS.incentivised : 0) |
      (isDeliveryOnly(text) ? REVIEW_MARKS.deliveryOnly : 0),
  );
}

/** Returns the marks of a review by name. */
export function marksOf(bits: number): ReviewMark[] {
  return (Object.keys(REVIEW_MARKS) as ReviewMark[]).filter((mark) => bits & REVIEW_MARKS[mark]);
}

/** Returns the first reviews of groups that are campaigns. */
function campaignsIn(
  reviews: readonly Pick<Review, 'names' | 'day'>[],
  firstOf: Int32Array,
): ReadonlySet<number> {
  const groups = new Map<number, { products: Set<string>; days: Map<number, number> }>();
  const campaigns = new Set<number>();
  for (const [i, first] of firstOf.entries()) {
    let group = groups.get(first);
    if (!group) groups.set(first, (group = { products: new Set(), days: new Map() }));
    const { names, day } = reviews[i]!;
    const onDay = Number.isNaN(day) ? 0 : (group.days.get(day) ?? 0) + 1;
    group.products.add(names[0] ?? '');
    group.days.set(day, onDay);
    if (group.products.size >= LEAST_PRODUCTS || onDay >= LEAST_A_DAY) campaigns.add(first);
  }
  return campaigns;
}

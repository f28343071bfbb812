// Infers a product's launch promotion from the prices that buyers paid in its first week.

/** Names for promotions that no export names. They appear in the launch table, where the seller can change them. */
export interface PromotionWords {
  readonly coupon: string;
  /** Followed by the depth, such as "Price cut 20%". */
  readonly priceCut: string;
}

export interface FirstWeek {
  /** Median price paid per unit; NaN if not known. */
  readonly paid: number;
  /**
   * Price without promotion, from the available sources: "compare at", the catalogue, the product's own later price.
   */
  readonly usualPrice: number;
  /** Share of the units that were bought with a discount code. */
  readonly couponShare: number;
}

/** Smaller cuts are price changes or rounding. */
const LEAST_CUT = 0.05;
const DEPTH_STEP = 5;

/** Returns the promotion's name, '' if there was none. The depth is rounded to 5%. */
export function launchPromotion(week: FirstWeek, words: PromotionWords): string {
  if (week.couponShare >= 0.5) return words.coupon;
  const cut = (week.usualPrice - week.paid) / week.usualPrice;
  if (!(cut >= LEAST_CUT)) return '';
  const depth = Math.round((100 * cut) / DEPTH_STEP) * DEPTH_STEP;
  return `${words.priceCut} ${depth}%`;
}

// What kind of promotion a product was launched with, by what buyers paid in its first week.

/** Words for promotions that no export names; they stand in the launch table, where the seller may change them. */
export interface PromotionWords {
  readonly coupon: string;
  /** Followed by the depth, such as "Price cut 20%". */
  readonly priceCut: string;
}

export interface FirstWeek {
  /** Of a piece, medians; NaN where not known. */
  readonly paid: number;
  /** The price without promotion, as far as anything tells: "compare at", the catalogue, the product's own later price. */
  readonly usualPrice: number;
  /** Share of the pieces that were bought with a discount code. */
  readonly couponShare: number;
}

/** Less is a price that moved, or a rounding. */
const LEAST_CUT = 0.05;
const DEPTH_STEP = 5;

export function launchPromotion(week: FirstWeek, words: PromotionWords): string {
  if (week.couponShare >= 0.5) return words.coupon;
  const cut = (week.usualPrice - week.paid) / week.usualPrice;
  if (!(cut >= LEAST_CUT)) return '';
  const depth = Math.round((100 * cut) / DEPTH_STEP) * DEPTH_STEP;
  return `${words.priceCut} ${depth}%`;
}

import type { PromotionWords } from '#core/import/derivation/launch-promotion.ts';
import { m } from '#messages';

/** Returns names of promotions in the language on screen; they are stored in the seller's data. */
export function promotionWords(): PromotionWords {
  return { coupon: m.exports_promotion_coupon(), priceCut: m.exports_promotion_price_cut() };
}

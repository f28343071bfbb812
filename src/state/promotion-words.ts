import type { PromotionWords } from '#core/derivation/launch-promotion.ts';
import { m } from '#messages';

/** In the language on screen, in which they go into the seller's data. */
export function promotionWords(): PromotionWords {
  return { coupon: m.exports_promotion_coupon(), priceCut: m.exports_promotion_price_cut() };
}

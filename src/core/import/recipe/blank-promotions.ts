/** Meaning of an empty cell in a promotion column: exports leave it empty if there was no offer. */
export const NO_PROMOTION = 'No promotion';

const MEANS_NONE =
  /^(none|no|no promotions?|no discount|without|keine?|ohne|ninguna?|aucune?|无(?:促销|活动|优惠)?)$/i;

/** Returns whether a promotion means that there was none. */
export function meansNoPromotion(promotion: string): boolean {
  return promotion === NO_PROMOTION || MEANS_NONE.test(promotion);
}

/**
 * Fills blank promotions with the column's own name for no promotion, or else with NO_PROMOTION. Left empty, they would
 * count as unknown, and every plan would push an offer. A column that is empty throughout stays empty.
 */
export function nameBlankPromotions(promotions: readonly string[]): string[] {
  const named = promotions.filter((promotion) => promotion !== '');
  if (named.length === 0) return [...promotions];
  const none = named.find(meansNoPromotion) ?? NO_PROMOTION;
  return promotions.map((promotion) => promotion || none);
}

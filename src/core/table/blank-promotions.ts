/** What an empty cell of a promotion column means; exports leave it empty where there was no offer. */
export const NO_PROMOTION = 'No promotion';

const MEANS_NONE =
  /^(none|no|no promotions?|no discount|without|keine?|ohne|ninguna?|aucune?|无(?:促销|活动|优惠)?)$/i;

/** Whether a promotion says that there was none. */
export function meansNoPromotion(promotion: string): boolean {
  return promotion === NO_PROMOTION || MEANS_NONE.test(promotion);
}

/**
 * Names the launches without an offer, as the column itself names them if it does. Left empty they would count as
 * unknown, and every plan would push an offer. A column that is empty throughout says nothing.
 */
export function nameBlankPromotions(promotions: readonly string[]): string[] {
  const named = promotions.filter((promotion) => promotion !== '');
  if (named.length === 0) return [...promotions];
  const none = named.find(meansNoPromotion) ?? NO_PROMOTION;
  return promotions.map((promotion) => promotion || none);
}

import { isInEu, type Market } from '#core/launch/events/markets.ts';

/** What decides whether a launch may announce a reduction. */
export interface ReductionRules {
  /** null: not known, so its law is not checked. */
  readonly market: Market | null;
  /** Whether the products have been on sale at their list price for 30 days. */
  readonly hasEarlierPrices: boolean;
}

/**
 * Returns whether the rules allow no announced reduction. In the European Union, one refers to the lowest price of the
 * 30 days before (Directive 98/6/EC, Article 6a), which a new product does not have.
 */
export function forbidsReductions({ market, hasEarlierPrices }: ReductionRules): boolean {
  return market !== null && isInEu(market) && !hasEarlierPrices;
}

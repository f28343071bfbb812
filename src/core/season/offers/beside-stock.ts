// Offers with reduced demand, because similar stock on hand takes buyers until it is sold.

import { ownValue } from '#core/base/lookup.ts';
import type { ProductOffers, SeasonOffers } from './season-offers.ts';

/** By product ID and week of the offers: the share of its units that is lost, 0–1. */
export type HeldBackShares = Readonly<Record<string, ArrayLike<number>>>;

/** Returns the offers with each product's units reduced by its lost shares. */
export function besideStock(offers: SeasonOffers, heldBack: HeldBackShares): SeasonOffers {
  const channels = Math.max(1, offers.channels.length);
  return {
    ...offers,
    products: offers.products.map((product): ProductOffers => {
      const lost = ownValue(heldBack, product.productId);
      if (!lost) return product;
      const logUnits = product.logUnits.map((log, place) =>
        Math.log1p((1 - lost[Math.floor(place / channels)]!) * Math.expm1(log)),
      );
      return { ...product, logUnits };
    }),
  };
}

import type { NewProduct } from '#core/launch/new-product.ts';

/** The seller's terms of buying stock; the same for all products. */
export interface StockTerms {
  /** Share of its unit cost that a unit left over after the horizon loses to holding and clearance, 0–1. */
  readonly leftoverLoss: number;
  /** Fewest units that can be ordered; 0 or 1: any number. */
  readonly minimumOrder: number;
  /** Units per pack. */
  readonly packSize: number;
  /** Lead time: days from order to shelf. */
  readonly leadTimeDays: number;
}

/** Defaults. A leftover unit keeps most of its cost, because it goes on selling, only slower. */
export const USUAL_STOCK_TERMS: StockTerms = {
  leftoverLoss: 0.3,
  minimumOrder: 0,
  packSize: 1,
  leadTimeDays: 0,
};

/** Returns the terms at which a product is bought: those of its offer, else the seller's. */
export function productTerms({ offer }: Pick<NewProduct, 'offer'>, terms: StockTerms): StockTerms {
  if (!offer) return terms;
  return {
    ...terms,
    minimumOrder: offer.minimumOrder ?? terms.minimumOrder,
    packSize: offer.packSize ?? terms.packSize,
    leadTimeDays: offer.leadTimeDays ?? terms.leadTimeDays,
  };
}

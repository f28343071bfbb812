// Calculates what a new product loses to similar stock on hand, because some buyers take the older product. Each
// similar item counts by its similarity and by its chance of still being on hand. All items together count for no more
// than one identical item.

import type { Day } from '#core/base/dates.ts';
import type { DemandSpread } from '#core/planning/economics/demand.ts';
import type { SimilarItem } from './similar-stock.ts';
import { stillOnHand, type StockOutlook } from './stock-outlook.ts';

export interface HeldBackOptions {
  /** First days of the weeks to calculate. */
  readonly weeks: readonly Day[];
  /** Loss, in log units, where the same product is still on hand. */
  readonly strength: number;
  readonly spread: DemandSpread;
}

/**
 * Returns the share of units lost, 0–1, [products][weeks]: 1 − exp(−strength × (1 − Π (1 − similarity × share still on
 * hand))).
 * @param similar similar items of each product, by their index in `outlooks`
 */
export function heldBack(
  similar: readonly (readonly SimilarItem[])[],
  outlooks: readonly StockOutlook[],
  { weeks, strength, spread }: HeldBackOptions,
): readonly Float64Array[] {
  return similar.map((items) =>
    Float64Array.from(weeks, (day) => {
      const untouched = items.reduce((share, { index, similarity }) => {
        // An item with unknown sales counts as on hand.
        const there = stillOnHand(outlooks[index]!, day, spread) ?? 1;
        return share * (1 - similarity * there);
      }, 1);
      return 1 - Math.exp(-strength * (1 - untouched));
    }),
  );
}

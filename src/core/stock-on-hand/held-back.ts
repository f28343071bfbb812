// What a new product loses to similar stock that is still there: buyers who would have taken it take the other. Each similar item counts by
// its likeness and by how likely it is still on hand, and no two together count for more than one that is the same.

import type { Day } from '../dates.ts';
import type { DemandSpread } from '../launch/demand.ts';
import type { SimilarItem } from './similar-stock.ts';
import { stillOnHand, type StockOutlook } from './stock-outlook.ts';

export interface HeldBackOptions {
  /** First days of the weeks that are asked about. */
  readonly weeks: readonly Day[];
  /** So many log units are lost where the same product is still on hand. */
  readonly strength: number;
  readonly spread: DemandSpread;
}

/** By product and week the share of its units that are lost, 0–1: 1 − exp(−strength × (1 − Π (1 − likeness × still there))). */
export function heldBack(
  similar: readonly (readonly SimilarItem[])[],
  outlooks: readonly StockOutlook[],
  { weeks, strength, spread }: HeldBackOptions,
): readonly Float64Array[] {
  return similar.map((items) =>
    Float64Array.from(weeks, (day) => {
      const untouched = items.reduce((share, { index, likeness }) => {
        // Where nothing tells how it sells, it is taken to be there.
        const there = stillOnHand(outlooks[index]!, day, spread) ?? 1;
        return share * (1 - likeness * there);
      }, 1);
      return 1 - Math.exp(-strength * (1 - untouched));
    }),
  );
}

// Splits a reorder by what the first order sold of each variant: shares are updated with the units sold (Dirichlet-
// multinomial), and what is left on hand counts.

import { mean, sum } from '#core/base/statistics/statistics.ts';
import { uncensoredCounts } from './censored-counts.ts';
import { demandTails, thinnedDemand } from './variant-demand.ts';
import type { VariantShare } from './variant-shares.ts';
import { splitStock } from './variant-split.ts';

export interface ReorderRequest {
  readonly shares: readonly VariantShare[];
  /** Units of each variant in the first order, and sold of it. */
  readonly first: readonly number[];
  readonly sold: readonly number[];
  /** Units to reorder. */
  readonly again: number;
  /** Equally likely units of demand; only its relative spread counts. */
  readonly demand: ArrayLike<number>;
  readonly packSize: number;
  readonly minimum: number;
}

/** Returns the units to reorder of each variant. A variant that sold out had a demand of at least what it sold. */
export function splitReorder(request: ReorderRequest): number[] {
  const { first, sold, again, packSize, minimum } = request;
  const onHand = first.map((units, i) => Math.max(0, units - sold[i]!));
  const stock = sum(onHand) + again;
  if (again <= 0) return onHand.map(() => 0);
  // The reorder was chosen to meet what is still expected, so that is about what will be there.
  const scale = stock / Math.max(1, mean(Array.from(request.demand)));
  const demand = thinnedDemand(Array.from(request.demand, (units) => units * scale));
  const tails = updatedShares(request).map((share) => demandTails(demand, share, stock));
  return splitStock(tails, { stock: again, packSize, minimumPerVariant: minimum, onHand });
}

/** Returns the shares after sales: (A m + n) / (A + Σ n), with the mean concentration A of the shares. */
export function updatedShares({
  shares,
  first,
  sold,
}: Pick<ReorderRequest, 'shares' | 'first' | 'sold'>): VariantShare[] {
  const means = shares.map((share) => share.mean);
  const isSoldOut = sold.map((units, i) => units > 0 && units >= first[i]!);
  const counts = uncensoredCounts({ counts: sold, isSoldOut, shares: means });
  const before = sum(shares.map((share) => share.mean * share.concentration));
  const concentration = before + sum(sold);
  const all = before + sum(counts);
  return means.map((each, i) => ({ mean: (before * each + counts[i]!) / all, concentration }));
}

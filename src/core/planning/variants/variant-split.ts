// Splits a stock among variants so that the most units are expected to be sold. With a given total, every unit that a
// variant lacks is one that another has too many, so margin and loss weigh all splits alike. Expected sales are concave in
// each variant's units, so adding pack by pack where the next pack sells most is exact (greedy marginal allocation: Fox
// 1966).

import { sum } from '#core/base/statistics/statistics.ts';

export interface SplitTerms {
  /** Units to split. */
  readonly stock: number;
  /** Units of one variant in a pack. */
  readonly packSize: number;
  /** Fewest units of a variant that is ordered at all; 0 or 1: any number. */
  readonly minimumPerVariant: number;
  /** Units of each variant that are there already; absent: none. */
  readonly onHand?: readonly number[];
}

/** By variant, P(its demand ≥ j) at index j − 1; never ascending. */
export type Tails = readonly Float64Array[];

/**
 * Returns the units to order of each variant. They add up to the stock, or to the most packs within it; to less only where no
 * variant reaches its minimum. With a minimum, the variants that sell most in their first units are kept, as many as is
 * best: the exact best choice needs a search over all subsets.
 */
export function splitStock(
  tails: Tails,
  { stock, packSize, minimumPerVariant, onHand = tails.map(() => 0) }: SplitTerms,
): number[] {
  const pack = Math.max(1, Math.floor(packSize));
  const packs = Math.floor(stock / pack);
  const least = Math.max(0, Math.ceil(minimumPerVariant / pack)) * pack;
  const free = tails.map(() => 0);
  const all = fill(tails, { units: free, packs, pack, onHand });
  if (least <= pack || all.every((units) => units === 0 || units >= least)) return all;
  const first = tails.map((tail, i) => soldFrom(tail, onHand[i]!, least));
  const order = [...tails.keys()].sort((a, b) => first[b]! - first[a]!);
  const total = (units: readonly number[]) => units.map((each, i) => each + onHand[i]!);
  let best = free;
  for (let count = Math.min(tails.length, Math.floor(stock / least)); count > 0; count--) {
    const kept = new Set(order.slice(0, count));
    const units = tails.map((_, i) => (kept.has(i) ? least : 0));
    const left = packs - (least / pack) * count;
    const filled = fill(tails, { units, packs: left, pack, onHand, kept });
    if (expectedSold(tails, total(filled)) > expectedSold(tails, total(best))) best = filled;
  }
  return best;
}

interface Filling {
  readonly units: readonly number[];
  readonly packs: number;
  readonly pack: number;
  readonly onHand: readonly number[];
  readonly kept?: ReadonlySet<number>;
}

/** Adds packs where they sell most; equal ones, such as those beyond all demand, where there are fewest for the demand. */
function fill(tails: Tails, { units, packs, pack, onHand, kept }: Filling): number[] {
  const filled = [...units];
  const soldByNext = (i: number) => soldFrom(tails[i]!, onHand[i]! + filled[i]!, pack);
  const next = tails.map((_, i) => soldByNext(i));
  const demand = tails.map((tail) => sum(tail));
  const cover = (i: number) => (onHand[i]! + filled[i]!) / demand[i]!;
  for (let added = 0; added < packs; added++) {
    let best = -1;
    for (let i = 0; i < tails.length; i++) {
      if (kept && !kept.has(i)) continue;
      const isBetter = best < 0 || next[i]! > next[best]!;
      if (isBetter || (next[i] === next[best] && cover(i) < cover(best))) best = i;
    }
    if (best < 0) break;
    filled[best]! += pack;
    next[best] = soldByNext(best);
  }
  return filled;
}

/** Returns the expected sales of the units after the first `from`. */
export function soldFrom(tail: Float64Array, from: number, units: number): number {
  let sold = 0;
  for (let j = from; j < from + units; j++) sold += tail[j] ?? 0;
  return sold;
}

/** Returns the units expected to be sold of a split: Σ E[min(demand, units)]. */
export function expectedSold(tails: Tails, units: readonly number[]): number {
  return sum(tails.map((tail, i) => soldFrom(tail, 0, units[i]!)));
}

// How often two items would be in one order by chance. Popularity drifts, channels carry different goods, and large orders
// hold more of everything, so pairs are expected within each month and channel and by the sizes of an item's orders;
// counted over all orders, all three would pass for association (Simpson 1951).

import type { Baskets } from './baskets.ts';

/** Returns the expected number of orders with both items of a pair. */
export type ExpectedPairs = (first: number, second: number) => number;

/**
 * Quasi-independence (Goodman 1968) within each stratum: the pair of items i ≠ j is expected in aᵢ aⱼ orders, such that the
 * pairs of each item add up to rᵢ. An item makes no pair with itself, which counts where few items have most of the
 * orders. For products, rᵢ = nᵢ Σ k (k − 1) / Σ k, with nᵢ the orders of the item and k the sizes of all orders: its
 * orders are taken to be as large as others. For groups, rᵢ is what its orders hold, because an order of several products of one
 * group holds one group.
 */
export function expectedPairs(baskets: Baskets): ExpectedPairs {
  const { stratumCount, areGroups } = baskets;
  const factors = areGroups ? heldPairs(baskets) : usualPairs(baskets);
  const itemCount = baskets.frequency.length;
  for (let stratum = 0; stratum < stratumCount; stratum++)
    solveStratum(factors, { stratum, stratumCount, itemCount });
  return (first, second) => {
    let expected = 0;
    for (let s = 0; s < stratumCount; s++)
      expected += factors[first * stratumCount + s]! * factors[second * stratumCount + s]!;
    return expected;
  };
}

/** Returns how many pairs the orders of each item hold with others, [items, strata]. */
function heldPairs(baskets: Baskets): Float64Array {
  return summedByItem(baskets, (size) => size - 1);
}

/** Returns how many pairs as many orders as each item has usually hold, [items, strata]. */
function usualPairs(baskets: Baskets): Float64Array {
  const { starts, stratumOf, stratumCount, orderCount } = baskets;
  const [sizes, pairs] = [new Float64Array(stratumCount), new Float64Array(stratumCount)];
  for (let order = 0; order < orderCount; order++) {
    const size = starts[order + 1]! - starts[order]!;
    sizes[stratumOf[order]!]! += size;
    pairs[stratumOf[order]!]! += size * (size - 1);
  }
  const orders = summedByItem(baskets, () => 1);
  return orders.map((count, at) => {
    const stratum = at % stratumCount;
    return count > 0 ? (count * pairs[stratum]!) / sizes[stratum]! : 0;
  });
}

/** Sums a value of their sizes over the orders of each item, [items, strata]. */
function summedByItem(baskets: Baskets, valueOf: (size: number) => number): Float64Array {
  const { starts, items, stratumOf, stratumCount, orderCount, frequency } = baskets;
  const sums = new Float64Array(frequency.length * stratumCount);
  for (let order = 0; order < orderCount; order++) {
    const [start, end] = [starts[order]!, starts[order + 1]!];
    const stratum = stratumOf[order]!;
    const value = valueOf(end - start);
    for (let p = start; p < end; p++) sums[items[p]! * stratumCount + stratum]! += value;
  }
  return sums;
}

const HALVINGS = 60;
/** Times the least possible sum that is tried at most: beyond, one item is in every pair. */
const MOST = 1e4;

/** Replaces the incidences of a stratum by factors with aᵢ (A − aᵢ) = rᵢ, where A is their sum. */
function solveStratum(
  values: Float64Array,
  { stratum, stratumCount, itemCount }: Record<'stratum' | 'stratumCount' | 'itemCount', number>,
): void {
  const places: number[] = [];
  for (let item = 0; item < itemCount; item++) {
    const place = item * stratumCount + stratum;
    if (values[place]! > 0) places.push(place);
  }
  if (places.length === 0) return;
  const largest = places.reduce((best, place) => (values[place]! > values[best]! ? place : best));
  const least = 2 * Math.sqrt(values[largest]!);
  const smaller = (sum: number, place: number) =>
    (sum - Math.sqrt(Math.max(0, sum * sum - 4 * values[place]!))) / 2;
  const totalOf = (sum: number) => places.reduce((all, place) => all + smaller(sum, place), 0);
  // Where the others do not make up for it, the largest item takes the larger root: it is in more than half of all.
  const isLarge = totalOf(least) < least;
  const isShort = (sum: number) => {
    const others = totalOf(sum) - (isLarge ? 2 * smaller(sum, largest) : sum);
    return isLarge ? others < 0 : others > 0;
  };
  let [low, high] = [least, least * MOST];
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2;
    if (isShort(middle)) low = middle;
    else high = middle;
  }
  for (const place of places) {
    const root = smaller(high, place);
    values[place] = isLarge && place === largest ? high - root : root;
  }
}

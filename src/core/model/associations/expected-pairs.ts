// How often two items would be in one order by chance. Popularity drifts, and large orders hold more of everything, so
// pairs are expected month by month and by the sizes of orders; counted over all orders, both would pass for association
// (Simpson 1951).

import type { Baskets } from './baskets.ts';

/** Returns the expected number of orders with both items of a pair. */
export type ExpectedPairs = (first: number, second: number) => number;

/**
 * In month m, an item is in an order of size k with chance n k / K, where n is the number of the month's orders with
 * the item and K the sum of their sizes. A pair is expected in Σ_m n₁ n₂ Σ_o k (k − 1) / K² orders: all pairs of a month
 * add up to what its orders hold, but for an item with itself.
 */
export function expectedPairs(baskets: Baskets): ExpectedPairs {
  const { monthCount } = baskets;
  const perItem = monthlyOrders(baskets);
  const factors = monthFactors(baskets);
  return (first, second) => {
    let expected = 0;
    for (let m = 0; m < monthCount; m++)
      expected +=
        factors[m]! * perItem[first * monthCount + m]! * perItem[second * monthCount + m]!;
    return expected;
  };
}

/** [items, months] */
function monthlyOrders(baskets: Baskets): Float64Array {
  const { starts, items, monthOf, monthCount, orderCount, frequency } = baskets;
  const counts = new Float64Array(frequency.length * monthCount);
  for (let order = 0; order < orderCount; order++) {
    const month = monthOf[order]!;
    for (let p = starts[order]!; p < starts[order + 1]!; p++)
      counts[items[p]! * monthCount + month]! += 1;
  }
  return counts;
}

function monthFactors({ starts, monthOf, monthCount, orderCount }: Baskets): Float64Array {
  const sizes = new Float64Array(monthCount);
  const pairs = new Float64Array(monthCount);
  for (let order = 0; order < orderCount; order++) {
    const size = starts[order + 1]! - starts[order]!;
    sizes[monthOf[order]!]! += size;
    pairs[monthOf[order]!]! += size * (size - 1);
  }
  return pairs.map((total, m) => (sizes[m]! > 0 ? total / sizes[m]! ** 2 : 0));
}

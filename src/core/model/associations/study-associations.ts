// Everything that goes together in a shop, learnt from its order lines.

import type { SalesLog } from '#core/import/baskets/sales-log.ts';
import type { Associations } from './associations.ts';
import { basketsOf } from './baskets.ts';
import { boughtTogether } from './bought-together.ts';
import { productGroups } from './groups.ts';
import { withPairDetails } from './pair-details.ts';
import { studyHalo } from './study-halo.ts';

const MOST_PRODUCT_PAIRS = 2000;
const MOST_GROUP_PAIRS = 500;

/** Studies a log. Yields now and then, so that it can be stopped. */
export function* studyAssociations(log: SalesLog): Generator<void, Associations> {
  const groups = productGroups(log.products);
  const { products } = log;
  const baskets = basketsOf(log, Uint32Array.from(products.keys()), products.length);
  yield;
  const named = (product: number): { name: string; title: string } => {
    const { productId, title } = products[product]!;
    return { name: productId, title };
  };
  const together = yield* boughtTogether(baskets, named, MOST_PRODUCT_PAIRS);
  const groupBaskets = basketsOf(log, groups.groupOf, groups.names.length);
  yield;
  const namedGroup = (group: number): { name: string; title: string } => {
    const name = groups.names[group]!;
    return { name, title: name };
  };
  const groupsTogether = yield* boughtTogether(groupBaskets, namedGroup, MOST_GROUP_PAIRS);
  const halo = yield* studyHalo(log, groups);
  return {
    ...{ orderCount: baskets.orderCount, firstDay: log.firstDay, lastDay: log.lastDay },
    basketCount: severalItems(baskets.starts),
    together: withPairDetails(log, together),
    ...{ grouping: groups.grouping, groupsTogether, halo },
  };
}

/** Returns how many orders have at least two products. */
function severalItems(starts: Uint32Array): number {
  let count = 0;
  for (let order = 0; order + 1 < starts.length; order++)
    if (starts[order + 1]! - starts[order]! >= 2) count += 1;
  return count;
}

// Everything that goes together in a shop, learnt from its order lines.

import type { SalesLog } from '#core/import/baskets/sales-log.ts';
import type { Associations } from './associations.ts';
import { basketsOf } from './baskets.ts';
import { boughtTogether } from './bought-together.ts';
import { productGroups } from './groups.ts';
import { withPairDetails } from './pair-details.ts';
import { ofEnoughBuyers } from './shared-orders.ts';
import { studyHalo } from './study-halo.ts';

const MOST_PRODUCT_PAIRS = 2000;
const MOST_GROUP_PAIRS = 500;

/** Studies a log. Yields now and then, so that it can be stopped. */
export function* studyAssociations(log: SalesLog): Generator<void, Associations> {
  const groups = productGroups(log.products);
  const { products } = log;
  const itself = Uint32Array.from(products.keys());
  const baskets = basketsOf(log, itself, products.length);
  yield;
  const named = (product: number): { name: string; title: string } => {
    const { productId, title } = products[product]!;
    return { name: productId, title };
  };
  const pairs = yield* boughtTogether(baskets, named, MOST_PRODUCT_PAIRS);
  const ids = products.map(({ productId }) => productId);
  const together = ofEnoughBuyers(log, pairs, { itemOf: itself, names: ids });
  yield;
  const groupBaskets = basketsOf(log, groups.groupOf, groups.names.length);
  yield;
  const namedGroup = (group: number): { name: string; title: string } => {
    const name = groups.names[group]!;
    return { name, title: name };
  };
  const groupPairs = yield* boughtTogether(groupBaskets, namedGroup, MOST_GROUP_PAIRS);
  const sorted = { itemOf: groups.groupOf, names: groups.names };
  const groupsTogether = ofEnoughBuyers(log, groupPairs, sorted);
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

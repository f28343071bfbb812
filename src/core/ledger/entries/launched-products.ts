// Products that are on sale already: they are not planned again, unless the seller says so.

import type { Day } from '#core/base/dates.ts';
import { isOfSameKind } from '#core/import/columns/unknown-values.ts';
import type { NewProduct } from '#core/launch/new-product.ts';
import { isStanding, type AdoptedPlan } from './adopted-plan.ts';
import { launchedOn } from './results-as-launches.ts';

/**
 * Returns the adopted plan with which each of the products was launched, the newest launch first. A product counts as
 * launched where the plan adopted last for it has a result, be it an early one, or its launch day is past.
 * @param entries in the order of adoption
 */
export function launchedEntries(
  products: readonly NewProduct[],
  entries: readonly AdoptedPlan[],
  today: Day,
): AdoptedPlan[] {
  const last = new Map(entries.filter(isStanding).map((entry) => [entry.product.id, entry]));
  return products
    .flatMap((product) => {
      const entry = last.get(product.id);
      return entry && isSameProduct(entry.product, product) && hasLaunched(entry, today)
        ? [entry]
        : [];
    })
    .sort((a, b) => launchedOn(b) - launchedOn(a) || b.id - a.id);
}

/** Returns the products that wait for a launch, in their order. */
export function unlaunchedProducts(
  products: readonly NewProduct[],
  entries: readonly AdoptedPlan[],
  today: Day,
): NewProduct[] {
  return withoutLaunched(products, launchedEntries(products, entries, today));
}

/** Returns the products that were not launched with one of these plans, in their order. */
export function withoutLaunched(
  products: readonly NewProduct[],
  launched: readonly AdoptedPlan[],
): NewProduct[] {
  const ids = new Set(launched.map(({ product }) => product.id));
  return products.filter(({ id }) => !ids.has(id));
}

/**
 * Returns the adopted plans of products that have not launched yet, in their order, without those of earlier launches
 * of products that are planned again.
 */
export function entriesAhead(entries: readonly AdoptedPlan[], today: Day): AdoptedPlan[] {
  const last = new Map(entries.filter(isStanding).map((entry) => [entry.product.id, entry]));
  const isAhead = ({ product, isPlannedAgain }: AdoptedPlan) =>
    isPlannedAgain !== true && !hasLaunched(last.get(product.id)!, today);
  return entries.filter(isStanding).filter(isAhead);
}

function hasLaunched({ actual, action, isPlannedAgain }: AdoptedPlan, today: Day): boolean {
  return isPlannedAgain !== true && (actual !== null || action.launchDay < today);
}

/** The ID of a removed product may have passed to another one. A product that is described better stays the same. */
function isSameProduct(a: NewProduct, b: NewProduct): boolean {
  return a.title === b.title || isOfSameKind(a, b);
}

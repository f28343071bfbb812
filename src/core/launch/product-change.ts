// Records changes to products that wait for a plan and undoes them, field by field, on the products as they are now.

import { mergeChange } from '../base/merge-change.ts';
import type { RecordChange } from '../base/record-change.ts';
import type { NewProduct } from './new-product.ts';
import { productDifferences } from './product-differences.ts';

/** `after` is null where the product was removed. */
export interface ProductChange extends RecordChange<NewProduct, string> {
  readonly before: NewProduct;
  /** Its index in the list. */
  readonly place: number;
}

/** A product where undoing a change would discard later edits. */
export interface ProductConflict {
  readonly now: NewProduct;
  /** The product if the change is undone. */
  readonly undone: NewProduct;
}

type Products = readonly NewProduct[];

/**
 * Returns the products whose later edits conflict with undoing. A product removed since then has no conflict and stays
 * removed.
 */
export function productConflicts(
  changes: readonly ProductChange[],
  products: Products,
): readonly ProductConflict[] {
  return changes.flatMap((change) => {
    const now = products.find(({ id }) => id === change.id);
    if (!now) return [];
    const undone = asBefore(change, now);
    return undone && isDisputed(change, now) ? [{ now, undone }] : [];
  });
}

/**
 * Undoes the changes, in the order given.
 * @param freeId returns a new ID for a restored product whose own ID was given to another meanwhile
 */
export function withoutChanges(
  products: Products,
  changes: readonly ProductChange[],
  freeId: () => string,
): Products {
  return changes.reduce<Products>((list, change) => {
    const { before, after, place } = change;
    const now = list.find(({ id }) => id === change.id);
    const undone = now && asBefore(change, now);
    if (undone) return list.map((each) => (each === now ? undone : each));
    if (after) return list;
    return list.toSpliced(place, 0, now ? { ...before, id: freeId() } : before);
  }, products);
}

/** Returns the product after undoing; null where its ID now belongs to another product. */
function asBefore({ before, after }: ProductChange, now: NewProduct): NewProduct | null {
  if (after) return mergeChange(after, before, now).merged;
  return isGivenId(now.id) && !isSameProduct(now, before) ? null : before;
}

function isDisputed({ before, after }: ProductChange, now: NewProduct): boolean {
  return after ? mergeChange(after, before, now).conflicts.length > 0 : !isSameProduct(now, before);
}

function isSameProduct(one: NewProduct, other: NewProduct): boolean {
  return productDifferences(one, other).length === 0;
}

const GIVEN_ID = /^new-\d+$/;

/** Returns whether Debut assigned the ID. IDs from a seller's file always mean the same product. */
function isGivenId(id: string): boolean {
  return GIVEN_ID.test(id);
}

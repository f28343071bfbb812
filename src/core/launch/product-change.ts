// What was done to products that wait for a plan, and how it is taken back: field by field, from the products as they are now.

import { mergeChange } from '../merge-change.ts';
import type { RecordChange } from '../record-change.ts';
import type { NewProduct } from './new-product.ts';
import { productDifferences } from './product-differences.ts';

/** after null: it was removed. */
export interface ProductChange extends RecordChange<NewProduct, string> {
  readonly before: NewProduct;
  /** Where it stood in the list. */
  readonly place: number;
}

/** Taking a change back would take away what was said of the product since. */
export interface ProductConflict {
  readonly now: NewProduct;
  /** What would be there. */
  readonly undone: NewProduct;
}

type Products = readonly NewProduct[];

/** A product that was removed since asks for nothing: it stays so. */
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

/** @param freeId a new ID for a product that is put back, where its own was given to another meanwhile */
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

/** What a product becomes; null where what has its ID now is another one. */
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

/** Debut's own: those of a seller's file mean the same product wherever they stand. */
function isGivenId(id: string): boolean {
  return GIVEN_ID.test(id);
}

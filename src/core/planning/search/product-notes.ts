import type { ProductEconomics } from '../economics/offer-money.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import type { ProductNote } from '../plan/launch-plan.ts';
import type { NewProduct } from '#core/launch/new-product.ts';
import { finite } from '#core/base/statistics/statistics.ts';

/** A list price this many times outside all past list prices is an error, or unlike anything known. */
const UNLIKE_FACTOR = 2;

/** Returns what is unusual about a product, and which values were assumed. */
export function productNotes(
  product: NewProduct,
  table: LaunchTable,
  {
    economics,
    canEarn,
    units,
  }: {
    readonly economics: ProductEconomics;
    readonly canEarn: boolean;
    /** Units that the plan is expected to sell. */
    readonly units: number;
  },
): ProductNote[] {
  const found: (ProductNote | false)[] = [
    product.title.trim() === '' && 'no-title',
    ...categoryNotes(product, table),
    ...moneyNotes(product, economics),
    !canEarn && 'negative-margin',
    isUnlikeAny(product.listPrice, table) && 'price-unlike-any',
    product.firstStock === 0 && 'no-stock',
    units > highest(table.units) && 'beyond-any',
  ];
  return found.filter((note) => note !== false);
}

function categoryNotes({ category }: NewProduct, table: LaunchTable): (ProductNote | false)[] {
  const known = new Set(table.category.filter(Boolean));
  if (known.size === 0) return [];
  if (category === '') return ['no-category'];
  return [!known.has(category) && 'unknown-category'];
}

function moneyNotes(
  product: NewProduct,
  { listPrice, unitCost, isCostAssumed }: ProductEconomics,
): (ProductNote | false)[] {
  const note = (given: number | null, taken: number, assumed: ProductNote, none: ProductNote) =>
    given === null && (Number.isNaN(taken) ? none : assumed);
  return [
    note(product.listPrice, listPrice, 'assumed-list-price', 'no-list-price'),
    note(
      product.unitCost,
      unitCost,
      isCostAssumed ? 'assumed-cost-share' : 'assumed-unit-cost',
      'no-unit-cost',
    ),
  ];
}

function isUnlikeAny(listPrice: number | null, table: LaunchTable): boolean {
  const known = finite(table.listPrice);
  if (listPrice === null || known.length === 0) return false;
  const least = known.reduce((low, price) => Math.min(low, price), Infinity);
  return listPrice < least / UNLIKE_FACTOR || listPrice > highest(known) * UNLIKE_FACTOR;
}

function highest(values: Iterable<number>): number {
  return finite(values).reduce((most, value) => Math.max(most, value), -Infinity);
}

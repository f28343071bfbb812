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
    isUnlikeAny(product.listPrice, knownPrices(table)) && 'price-unlike-any',
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

/** Lowest and highest list price of past launches; null where none is known. */
export interface KnownPrices {
  readonly low: number;
  readonly high: number;
}

/** Returns the bounds of the list prices that the table knows. */
export function knownPrices({ listPrice }: Pick<LaunchTable, 'listPrice'>): KnownPrices | null {
  const known = finite(listPrice);
  if (known.length === 0) return null;
  return {
    low: known.reduce((low, price) => Math.min(low, price), Infinity),
    high: highest(known),
  };
}

/** Returns whether a list price lies far outside those of past launches; false where either is not known. */
export function isUnlikeAny(listPrice: number | null, known: KnownPrices | null): boolean {
  if (listPrice === null || known === null) return false;
  return listPrice < known.low / UNLIKE_FACTOR || listPrice > known.high * UNLIKE_FACTOR;
}

function highest(values: Iterable<number>): number {
  return finite(values).reduce((most, value) => Math.max(most, value), -Infinity);
}

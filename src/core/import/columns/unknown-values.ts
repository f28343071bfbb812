// Finds values of new products that no past launch had: mistyped, new, or numbers of another size.

import { measureRange } from '../values/read-measure.ts';
import { ownValue } from '#core/base/lookup.ts';
import { unknownText } from './closest-known-text.ts';
import { numberDoubt, type NumberDoubt } from '../recipe/number-doubt.ts';
import type { NewProduct } from '#core/launch/new-product.ts';

/** Values of past launches, commonest first. */
export interface KnownValues {
  readonly categories: readonly string[];
  readonly brands: readonly string[];
  /** Attributes of the data set and their values. */
  readonly attributes: Readonly<Record<string, readonly string[]>>;
}

/** Which field or attribute of a product a value belongs to. */
export type ValuePlace =
  | { readonly field: 'category' | 'brand' }
  | { readonly field: 'attribute'; readonly name: string };

export interface UnknownValue {
  readonly place: ValuePlace;
  readonly value: string;
  /** The known value that was probably meant; null where the value is new. */
  readonly nearest: string | null;
  readonly products: readonly NewProduct[];
}

/** Returns the unknown values, categories first, each once, in the order of the products. */
export function unknownValues(products: readonly NewProduct[], known: KnownValues): UnknownValue[] {
  const places: readonly (readonly [ValuePlace, readonly string[]])[] = [
    [{ field: 'category' }, known.categories],
    [{ field: 'brand' }, known.brands],
    ...Object.entries(known.attributes).map(
      ([name, values]) => [{ field: 'attribute', name }, values] as const,
    ),
  ];
  return places.flatMap(([place, values]) =>
    byValue(products, place).flatMap(([value, holders]) => {
      const unknown = unknownText(value, values);
      return unknown ? [{ place, value, nearest: unknown.nearest, products: holders }] : [];
    }),
  );
}

/** A value of an attribute that past launches have as numbers. */
export interface DoubtfulNumber {
  /** Name of the attribute. */
  readonly name: string;
  readonly value: string;
  readonly doubt: NumberDoubt;
  readonly products: readonly NewProduct[];
}

/** Returns the doubtful numbers, each once, in the order of the attributes and the products. */
export function doubtfulNumbers(
  products: readonly NewProduct[],
  { attributes }: Pick<KnownValues, 'attributes'>,
): DoubtfulNumber[] {
  return Object.entries(attributes).flatMap(([name, values]) => {
    const range = measureRange(values, '.');
    if (!range) return [];
    return byValue(products, { field: 'attribute', name }).flatMap(([value, holders]) => {
      const doubt = numberDoubt(value, range);
      return doubt ? [{ name, value, doubt, products: holders }] : [];
    });
  });
}

function byValue(products: readonly NewProduct[], place: ValuePlace): [string, NewProduct[]][] {
  const holders = new Map<string, NewProduct[]>();
  for (const product of products) {
    const value = valueAt(product, place);
    const same = holders.get(value);
    if (same) same.push(product);
    else holders.set(value, [product]);
  }
  return [...holders];
}

/** Returns the product with another value in this place. */
export function withValue(product: NewProduct, place: ValuePlace, value: string): NewProduct {
  return place.field === 'attribute'
    ? { ...product, attributes: { ...product.attributes, [place.name]: value } }
    : { ...product, [place.field]: value };
}

function valueAt(product: NewProduct, place: ValuePlace): string {
  return place.field === 'attribute'
    ? (ownValue(product.attributes, place.name) ?? '')
    : product[place.field];
}

/**
 * Returns whether two records of a product agree in category, brand and attributes, so that a plan for one holds for
 * the other.
 */
export function isOfSameKind(a: NewProduct, b: NewProduct): boolean {
  const names = new Set([...Object.keys(a.attributes), ...Object.keys(b.attributes)]);
  const places: readonly ValuePlace[] = [
    { field: 'category' },
    { field: 'brand' },
    ...[...names].map((name) => ({ field: 'attribute', name }) as const),
  ];
  return places.every((place) => valueAt(a, place) === valueAt(b, place));
}

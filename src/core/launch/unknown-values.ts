// What new products are said to be that no past launch was: mistyped, or truly new.

import { ownValue } from '../lookup.ts';
import { unknownText } from '../quality/nearest-known.ts';
import type { NewProduct } from './new-product.ts';

/** Values that occurred in past launches, the commonest first. */
export interface KnownValues {
  readonly categories: readonly string[];
  readonly brands: readonly string[];
  /** Attributes of the data set and the values that occur. */
  readonly attributes: Readonly<Record<string, readonly string[]>>;
}

/** Where a value of a product stands. */
export type ValuePlace =
  | { readonly field: 'category' | 'brand' }
  | { readonly field: 'attribute'; readonly name: string };

export interface UnknownValue {
  readonly place: ValuePlace;
  readonly value: string;
  /** The known one that was probably meant; null where the value is truly new. */
  readonly nearest: string | null;
  readonly products: readonly NewProduct[];
}

/** Categories first, each value once, in the order of the products. */
export function unknownValues(products: readonly NewProduct[], known: KnownValues): UnknownValue[] {
  const places: readonly (readonly [ValuePlace, readonly string[]])[] = [
    [{ field: 'category' }, known.categories],
    [{ field: 'brand' }, known.brands],
    ...Object.entries(known.attributes).map(
      ([name, values]) => [{ field: 'attribute', name }, values] as const,
    ),
  ];
  return places.flatMap(([place, values]) => {
    const byValue = new Map<string, NewProduct[]>();
    for (const product of products) {
      const value = valueAt(product, place);
      byValue.set(value, [...(byValue.get(value) ?? []), product]);
    }
    return [...byValue].flatMap(([value, holders]) => {
      const unknown = unknownText(value, values);
      return unknown ? [{ place, value, nearest: unknown.nearest, products: holders }] : [];
    });
  });
}

/** The product with another value at a place. */
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

/** Whether two records of one product say the same of what it is: a plan for the one holds for the other. */
export function isOfSameKind(a: NewProduct, b: NewProduct): boolean {
  const names = new Set([...Object.keys(a.attributes), ...Object.keys(b.attributes)]);
  const places: readonly ValuePlace[] = [
    { field: 'category' },
    { field: 'brand' },
    ...[...names].map((name) => ({ field: 'attribute', name }) as const),
  ];
  return places.every((place) => valueAt(a, place) === valueAt(b, place));
}

import { ownValue } from '../base/lookup.ts';
import type { NewProduct } from './new-product.ts';

type Value = string | number | null;

export type ProductField = 'title' | 'category' | 'brand' | 'listPrice' | 'unitCost' | 'firstStock';

/** A value in which two versions of a product differ. '' and null mean not known. */
export interface ProductDifference {
  /** A field of every product, or an attribute that the seller named. */
  readonly of: { readonly field: ProductField } | { readonly attribute: string };
  readonly values: readonly [one: Value, other: Value];
}

const FIELDS: readonly ProductField[] = [
  ...(['title', 'category', 'brand', 'listPrice', 'unitCost', 'firstStock'] as const),
];

/** Returns the differences, in the order of the fields, then of the attributes. */
export function productDifferences(
  one: NewProduct,
  other: NewProduct,
): readonly ProductDifference[] {
  const names = new Set([...Object.keys(one.attributes), ...Object.keys(other.attributes)]);
  const all: readonly ProductDifference[] = [
    ...FIELDS.map((field) => ({
      of: { field },
      values: [one[field] ?? null, other[field] ?? null] as const,
    })),
    ...[...names].map((attribute) => ({
      of: { attribute },
      values: [ofAttribute(one, attribute), ofAttribute(other, attribute)] as const,
    })),
  ];
  return all.filter(({ values }) => values[0] !== values[1]);
}

function ofAttribute({ attributes }: NewProduct, name: string): string {
  return ownValue(attributes, name) ?? '';
}

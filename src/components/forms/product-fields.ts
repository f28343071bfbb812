import type { NewProduct } from '#core/launch/new-product.ts';

/** What a person enters for a product. */
export type ProductFields = Omit<NewProduct, 'id'>;

/** Values that occurred before, to choose from. */
export interface KnownValues {
  readonly categories: readonly string[];
  readonly brands: readonly string[];
  /** Attributes of the data set and the values that occur. */
  readonly attributes: Readonly<Record<string, readonly string[]>>;
}

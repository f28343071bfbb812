import type { Day } from '#core/base/dates.ts';

/** A catalogue's product with its variants. '' and NaN mean missing. */
export interface CatalogueProduct {
  /** A handle, a parent's number, a listing, or the SKU of a product without variants. */
  readonly productId: string;
  readonly title: string;
  /** Plain text. */
  readonly description: string;
  readonly category: string;
  readonly brand: string;
  /** Medians over the variants that have a value. The list price is without promotion. */
  readonly listPrice: number;
  readonly unitCost: number;
  /** Day on which the catalogue says it was created, opened or published. */
  readonly listedOn: Day;
  readonly variants: readonly CatalogueVariant[];
}

export interface CatalogueVariant {
  readonly sku: string;
  /** Name among the product's variants, such as "Red / L"; '' if there is none. */
  readonly name: string;
  readonly stock: number;
}

import type { Day } from '../dates.ts';

/** A product as a catalogue has it, its variants together. '' and NaN mean missing. */
export interface CatalogueProduct {
  /** A handle, a parent's number, a listing, or the SKU of a product without variants. */
  readonly productId: string;
  readonly title: string;
  /** Plain text. */
  readonly description: string;
  readonly category: string;
  readonly brand: string;
  /** Medians over the variants that have one. Without promotion. */
  readonly listPrice: number;
  readonly unitCost: number;
  /** The day that the catalogue gives as created, opened or published. */
  readonly listedOn: Day;
  readonly variants: readonly CatalogueVariant[];
}

export interface CatalogueVariant {
  readonly sku: string;
  /** What tells it from the others, such as "Red / L"; '' if nothing does. */
  readonly name: string;
  readonly stock: number;
}

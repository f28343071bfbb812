import type { CatalogueProduct } from '#core/import/platform-files/catalogue/catalogue.ts';

type PartialProduct = Partial<Omit<CatalogueProduct, 'variants'>> & {
  readonly skus?: readonly string[];
};

/** Returns a product of a catalogue. A test names only what it is about. */
export function catalogueProduct({ skus = [], ...given }: PartialProduct): CatalogueProduct {
  return {
    ...{ productId: 'mug', title: '', description: '', category: '', brand: '' },
    ...{ listPrice: NaN, unitCost: NaN, listedOn: NaN },
    ...given,
    variants: skus.map((sku) => ({ sku, name: '', stock: NaN })),
  };
}

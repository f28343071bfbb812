import { ownValue } from '../base/lookup.ts';
import type { ProductColumns } from './launch-table.ts';
import type { ProductVariants } from './product-variants.ts';
import type { SupplierOffer } from './supplier-offer.ts';

/** A product that has not launched yet. '' and null mean not known. */
export interface NewProduct {
  readonly id: string;
  readonly title: string;
  readonly category: string;
  readonly brand: string;
  readonly listPrice: number | null;
  readonly unitCost: number | null;
  /** Units on hand or already ordered; absent where stock is still to be decided. */
  readonly firstStock?: number | null;
  readonly attributes: Readonly<Record<string, string>>;
  /** At what terms it is bought; absent where it comes from no supplier's list. */
  readonly offer?: SupplierOffer;
  /** Absent where the seller named none. */
  readonly variantChoice?: ProductVariants;
}

/**
 * Returns the columns that past launches have, so that one encoder reads both.
 * @param known embeddings, looks and sales events, including those of the products
 */
export function productColumns(
  products: readonly NewProduct[],
  attributeNames: readonly string[],
  known: Pick<ProductColumns, 'embeddings' | 'looks' | 'events'> = {},
): ProductColumns {
  return {
    embeddings: known.embeddings,
    looks: known.looks,
    events: known.events,
    rowCount: products.length,
    productId: products.map((product) => product.id),
    title: products.map((product) => product.title),
    category: products.map((product) => product.category),
    brand: products.map((product) => product.brand),
    listPrice: Float64Array.from(products, (product) => product.listPrice ?? NaN),
    unitCost: Float64Array.from(products, (product) => product.unitCost ?? NaN),
    attributes: Object.fromEntries(
      attributeNames.map((name) => [
        name,
        products.map((product) => ownValue(product.attributes, name) ?? ''),
      ]),
    ),
  };
}

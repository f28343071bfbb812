import type { NewProduct } from '#core/launch/new-product.ts';

/** The fields that a seller enters for a product. */
export type ProductFields = Omit<NewProduct, 'id'>;

import type { NewProduct } from '#core/launch/new-product.ts';

/** What a person enters for a product. */
export type ProductFields = Omit<NewProduct, 'id'>;

// What a rate is learnt from: what was known of a product before its launch, and what came of it.

import type { NewProduct } from '#core/launch/new-product.ts';

/** What is known of a product before its launch; '' and null mean not known. A `NewProduct` is one. */
export type RateProduct = Pick<
  NewProduct,
  'title' | 'category' | 'brand' | 'listPrice' | 'attributes'
>;

/** One product's units, or its reviews: how many there were and how many of them came back (or complain). */
export interface RateLaunch {
  readonly product: RateProduct;
  readonly returned: number;
  readonly sold: number;
}

/** Returns whether a launch says something about its rate. */
export function tellsRate({ returned, sold }: RateLaunch): boolean {
  return sold > 0 && sold < Infinity && returned >= 0 && returned <= sold;
}

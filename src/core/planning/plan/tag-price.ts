import type { LaunchAction } from './launch-plan.ts';
import type { NewProduct } from '#core/launch/new-product.ts';

/** Returns the launch price of a plan, before its promotion; null where the product's own list price is not known. */
export function tagPrice(
  { priceFactor }: Pick<LaunchAction, 'priceFactor'>,
  product: Pick<NewProduct, 'listPrice'> | null,
): number | null {
  const listPrice = product?.listPrice ?? null;
  if (listPrice === null) return null;
  return inCents(listPrice * priceFactor);
}

/** Returns a price rounded to cents, as buyers see it; null where it is not known. */
export function inCents(price: number): number | null {
  return Number.isFinite(price) ? Math.round(price * 100) / 100 : null;
}

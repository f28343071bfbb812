import type { Day } from '#core/base/dates.ts';
import type { Random } from '#core/base/random.ts';
import { drawOne, drawPoisson } from '../demo-shop/draws.ts';
import { BRITISH_TRADE } from '../demo-shop/british-trade.ts';
import { roundToPence } from '../demo-shop/trade.ts';
import { promotionNamed, unitsPerOrder } from '../demo-shop/truth.ts';
import { isLaunching } from './demand.ts';
import { drawVariant, type ShopifyProduct, variantName } from './goods.ts';
import type { ShopifyLine } from './order.ts';

interface Sale {
  readonly product: ShopifyProduct;
  readonly day: Day;
  /** Units to sell; null: as many as buyers take. */
  readonly quantity: number | null;
  /** Whether the order has a code, with which multibuy discounts are not combined. */
  readonly hasCode: boolean;
}

/** Draws the line of a product, with its promotion on the days of its launch. */
export function drawLine(random: Random, { product, day, quantity, hasCode }: Sale): ShopifyLine {
  const promotion = isLaunching(product, day) ? product.action.promotion : 'No promotion';
  const variant = drawVariant(random, product);
  const pieces =
    quantity ??
    1 + drawPoisson(random, unitsPerOrder(BRITISH_TRADE, product.product, promotion) - 1);
  const name = variantName(variant);
  const { discount } = promotionNamed(BRITISH_TRADE, promotion);
  const isCut = promotion === '10% off' || promotion === '20% off';
  const price = isCut ? roundToPence(product.fullPrice * (1 - discount)) : product.fullPrice;
  const isMultibuy = promotion === 'Multibuy' && pieces > 1 && !hasCode;
  return {
    goods: { product, variant },
    name: name === '' ? product.title : `${product.title} - ${name}`,
    quantity: pieces,
    price,
    compareAt: isCut ? product.fullPrice : NaN,
    discount: isMultibuy ? roundToPence(discount * pieces * price) : 0,
  };
}

const EXTRAS: readonly (readonly [name: string, price: number])[] = [
  ...[['Gift Card - $25.00', 25] as const, ['Gift Card - $50.00', 50] as const],
  ...[['Shipping Protection', 1.98] as const, ['Tip', 3] as const],
];

/** Draws a line that is not a product, such as a gift card. */
export function drawExtra(random: Random): ShopifyLine {
  const [name, price] = drawOne(random, EXTRAS);
  return { goods: null, name, quantity: 1, price, compareAt: NaN, discount: 0 };
}

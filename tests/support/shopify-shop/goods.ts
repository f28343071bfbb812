// What the shop sells: products of the demo shop with variants, a channel, a promotion and a launch day.

import { type Day, dayFromCalendar } from '#core/base/dates.ts';
import type { Random } from '#core/base/random.ts';
import { drawOne } from '../demo-shop/draws.ts';
import { drawLaunchAction } from '../demo-shop/merchandiser.ts';
import type { ShopAction } from '../demo-shop/truth.ts';
import { productTexts } from '../demo-shop/texts.ts';
import { roundToPence } from '../demo-shop/trade.ts';
import { drawProduct, type ShopProduct, type ShopWorld } from '../demo-shop/world.ts';
import { rangeName } from './range-name.ts';

/** First and last day of the records, which cover 26 months. */
export const FIRST_DAY = dayFromCalendar(2023, 11, 1);
export const LAST_DAY = dayFromCalendar(2025, 12, 31);
const BURN_IN_DAYS = 120;

export interface ShopifyVariant {
  /** SKU; '' where the seller gave none. */
  readonly sku: string;
  /** Values of the product's options, in their order. */
  readonly options: readonly string[];
  /** Share of the product's buyers that choose it. */
  readonly share: number;
}

export interface ShopifyProduct {
  readonly handle: string;
  readonly title: string;
  readonly category: string;
  readonly brand: string;
  readonly optionNames: readonly string[];
  readonly variants: readonly ShopifyVariant[];
  /** The price without promotion. */
  readonly fullPrice: number;
  readonly unitCost: number;
  /** The product in the demo shop's world; `action` is how it was launched. */
  readonly product: ShopProduct;
  readonly action: ShopAction;
  /** Whether it goes live in the evening of its launch day instead of the night before. */
  readonly isEvening: boolean;
  /** Whether it was sold before the records begin. */
  readonly isOld: boolean;
}

interface Shop {
  readonly world: ShopWorld;
  readonly productCount: number;
}

/**
 * Draws products. Three in four are launched after the burn-in, one in twenty within it; the others were always there.
 */
export function drawGoods(random: Random, { world, productCount }: Shop): ShopifyProduct[] {
  const range = rangeName(world.seed);
  const goods = new Map<string, ShopifyProduct>();
  while (goods.size < productCount) {
    const place = goods.size / productCount;
    const number = `${1000 + goods.size}`;
    const id = `${range.toUpperCase()}-${number}`;
    const product = drawProduct(random, { trade: world.trade, id });
    const { category, brand, ...texts } = productTexts(product, world.trade);
    const title = `${range} ${texts.title}`;
    const handle = title.toLowerCase().replace(/[^a-z0-9]+/g, '-');
    if (goods.has(handle)) continue;
    const action = drawAction(random, { world, product, from: place < 0.25 ? place : 1 });
    goods.set(handle, {
      ...{ handle, title, category, brand, product, action },
      ...drawVariants(random, product),
      fullPrice: roundToPence(product.listPrice * action.priceFactor),
      unitCost: product.unitCost,
      isEvening: random() < 1 / 3,
      isOld: action.launchDay < FIRST_DAY,
    });
  }
  return [...goods.values()];
}

/** Draws how a product was launched. Nothing is advertised, because no export would show it. */
function drawAction(
  random: Random,
  { world, product, from }: { world: ShopWorld; product: ShopProduct; from: number },
): ShopAction {
  for (;;) {
    const year = 2023 + Math.floor(random() * 3);
    const action = { ...drawLaunchAction(random, { world, product, year }), adSpend: 0 };
    const days = action.launchDay - FIRST_DAY;
    if (from < 0.2) return { ...action, launchDay: FIRST_DAY - 30 - Math.floor(400 * random()) };
    const isWithin = from < 1 ? days > 0 && days < BURN_IN_DAYS - 5 : days > BURN_IN_DAYS + 1;
    if (isWithin && action.launchDay < LAST_DAY - 5) return action;
  }
}

const COLOURS: readonly string[] = ['Sage', 'Clay', 'Navy', 'Cream'];
const SIZES: readonly string[] = ['S', 'M', 'L'];
/** Options of the products, in the order of the trade's categories. */
const OPTIONS: readonly Readonly<Record<string, readonly string[]>>[] = [
  ...[{ Size: ['Small', 'Large'] }, { Color: COLOURS.slice(0, 3) }],
  ...[{ Color: COLOURS, Size: SIZES.slice(1) }, {}, { Color: COLOURS.slice(2) }],
  ...[{ Size: SIZES }, { Color: COLOURS.slice(1) }, { Color: COLOURS.slice(0, 2), Size: SIZES }],
  ...[{ Size: SIZES }, {}],
];

function drawVariants(
  random: Random,
  product: ShopProduct,
): Pick<ShopifyProduct, 'optionNames' | 'variants'> {
  const options = OPTIONS[product.category]!;
  const combinations = Object.values(options).reduce<string[][]>(
    (some, values) => some.flatMap((chosen) => values.map((value) => [...chosen, value])),
    [[]],
  );
  const hasSku = random() < 0.93;
  const weights = combinations.map(() => 0.3 + random());
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const variants = combinations.map((values, i) => ({
    sku: hasSku ? [product.id, ...values.map(shortened)].join('-') : '',
    options: values,
    share: weights[i]! / total,
  }));
  return { optionNames: Object.keys(options), variants };
}

function shortened(value: string): string {
  return value.slice(0, 3).toUpperCase();
}

/** Returns the name of a variant, such as "Sage / M"; '' where there is only one variant. */
export function variantName({ options }: ShopifyVariant): string {
  return options.join(' / ');
}

/** Returns the first day on which it is sold all day long. */
export function firstWholeDay({ action, isEvening }: ShopifyProduct): Day {
  return action.launchDay + Number(isEvening);
}

export function drawVariant(random: Random, { variants }: ShopifyProduct): ShopifyVariant {
  let left = random();
  return variants.find(({ share }) => (left -= share) <= 0) ?? drawOne(random, variants);
}

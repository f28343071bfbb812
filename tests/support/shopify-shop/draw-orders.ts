// Draws orders over the whole records: first one that opens each product, then the rest, in proportion to demand.

import type { Day } from '#core/base/dates.ts';
import type { Random } from '#core/base/random.ts';
import { drawOne, drawPoisson, drawWeighted } from '../demo-shop/draws.ts';
import { BRITISH_TRADE } from '../demo-shop/british-trade.ts';
import { roundToPence } from '../demo-shop/trade.ts';
import { isLaunching } from './demand.ts';
import { drawExtra, drawLine } from './draw-line.ts';
import { drawFate } from './draw-fate.ts';
import { FIRST_DAY, type ShopifyProduct } from './goods.ts';
import {
  momentOf,
  paidForLine,
  SECONDS_A_DAY,
  type ShopifyOrder,
  type Source,
  SOURCES,
} from './order.ts';

interface Shelf {
  readonly goods: readonly ShopifyProduct[];
  /** Demand of each product on each day of the records. */
  readonly demand: readonly Float64Array[];
  readonly orderCount: number;
}

interface Start {
  readonly product: ShopifyProduct;
  readonly day: Day;
  readonly second: number;
  readonly kind: 'opening' | 'usual' | 'bulk';
}

const ORDERS_PER_BULK = 600;
/** Shares of orders for a product during its launch: by the launch's own channel, and with its own code. */
const OWN_CHANNEL_SHARE = 0.85;
const OWN_CODE_SHARE = 0.9;
/** Factor on adding a product to an order while it is launched on another channel. */
const OTHER_CHANNEL = 0.1;
const FURTHER_LINES = 0.45;

/** Draws the orders, by their moment. Throws where there are fewer orders than products. */
export function drawOrders(random: Random, shelf: Shelf): ShopifyOrder[] {
  const openings = shelf.goods.map((product) => opening(random, product));
  const left = shelf.orderCount - openings.length;
  if (left < 0) throw new Error(`expected an order a product, got ${shelf.orderCount} in all`);
  const totals = shelf.demand[0]!.map((_, i) =>
    shelf.demand.reduce((sum, ofProduct) => sum + ofProduct[i]!, 0),
  );
  const sums = runningSums(totals);
  const starts = Array.from({ length: left }, (_, i): Start => {
    const at = placeIn(sums, random() * sums.at(-1)!);
    const weights = shelf.demand.map((ofProduct) => ofProduct[at]!);
    const product = shelf.goods[drawWeighted(random, weights)]!;
    const kind = (i + 1) % ORDERS_PER_BULK === 0 ? 'bulk' : 'usual';
    return { product, day: FIRST_DAY + at, second: drawOpenHour(random), kind };
  });
  return [...openings, ...starts]
    .map((start) => drawOrder(random, start, shelf))
    .sort((a, b) => momentOf(a) - momentOf(b));
}

/** Draws the first sale of a launched product. An old product has one in the first hundred days. */
function opening(random: Random, product: ShopifyProduct): Start {
  const { isOld, isEvening, action } = product;
  const day = isOld ? FIRST_DAY + Math.floor(100 * random()) : action.launchDay;
  const [from, until] = isEvening ? [21, 23.9] : [0.1, 7];
  const second = isOld ? drawOpenHour(random) : hours(from + (until - from) * random());
  return { product, day, second, kind: 'opening' };
}

function drawOrder(random: Random, start: Start, shelf: Shelf): ShopifyOrder {
  const { product, day, second, kind } = start;
  const source = kind === 'bulk' ? 'shopify_draft_order' : drawSource(random, product, day);
  const code = drawCode(random, product, day);
  const hasCode = code !== null;
  const quantity = kind === 'bulk' ? 30 + Math.floor(60 * random()) : null;
  const further = kind === 'bulk' ? 0 : Math.min(4, drawPoisson(random, FURTHER_LINES));
  const others = drawFurther(random, { shelf, start, source, count: further });
  const lines = [
    drawLine(random, { product, day, quantity, hasCode }),
    ...others.map((each) => drawLine(random, { product: each, day, quantity: null, hasCode })),
    ...(random() < 0.04 ? [drawExtra(random)] : []),
  ];
  const worth = lines.reduce((sum, line) => sum + paidForLine(line), 0);
  return {
    ...{ day, second, source, lines },
    code: code?.name ?? '',
    codeDiscount: roundToPence((code?.share ?? 0) * worth),
    fate: kind === 'opening' ? { kind: 'kept' } : drawFate(random, lines),
    hasNote: random() < 0.06,
    buyer: 1 + Math.floor(random() * shelf.orderCount * 0.7),
  };
}

function drawSource(random: Random, product: ShopifyProduct, day: Day): Source {
  const own = SOURCES[channelOf(product)]!;
  const isOwn = isLaunching(product, day) && random() < OWN_CHANNEL_SHARE;
  return isOwn ? own : SOURCES[drawWeighted(random, [0.2, 0.5, 0.1, 0.12, 0.08])]!;
}

function channelOf({ action }: ShopifyProduct): number {
  return BRITISH_TRADE.channels.findIndex(({ name }) => name === action.channel);
}

interface Code {
  readonly name: string;
  /** Share of the order's value. */
  readonly share: number;
}

function drawCode(random: Random, product: ShopifyProduct, day: Day): Code | null {
  const isCoupon = isLaunching(product, day) && product.action.promotion === 'Coupon';
  if (isCoupon && random() < OWN_CODE_SHARE)
    return { name: drawOne(random, ['NEWIN6', 'HELLO6', 'FRIENDS6']), share: 0.06 };
  return random() < 0.04 ? { name: 'THANKYOU10', share: 0.1 } : null;
}

interface Basket {
  readonly shelf: Shelf;
  readonly start: Start;
  readonly source: Source;
  readonly count: number;
}

function drawFurther(
  random: Random,
  { shelf, start, source, count }: Basket,
): readonly ShopifyProduct[] {
  const { product, day, second } = start;
  const chosen = new Set([product]);
  const weights = shelf.goods.map((each, i) => {
    // A product that goes live on the same day is not sold before its own opening.
    if (each === product || (second < hours(8) && each.action.launchDay >= day)) return 0;
    const own = SOURCES[channelOf(each)];
    const fit = isLaunching(each, day) && own !== source ? OTHER_CHANNEL : 1;
    return fit * shelf.demand[i]![day - FIRST_DAY]!;
  });
  for (let i = 0; i < count; i++) chosen.add(shelf.goods[drawWeighted(random, weights)]!);
  chosen.delete(product);
  return [...chosen];
}

/** Draws a second of the day from eight in the morning on, including late evenings. */
function drawOpenHour(random: Random): number {
  const hour = 8 + 15.99 * (random() < 0.7 ? 0.2 + 0.7 * random() : random());
  return hours(hour);
}

function hours(hour: number): number {
  return Math.min(SECONDS_A_DAY - 1, Math.floor(hour * 3600));
}

function runningSums(values: Float64Array): Float64Array {
  let sum = 0;
  return values.map((value) => (sum += value));
}

/** Returns the first index whose running sum exceeds the value. */
function placeIn(sums: Float64Array, sum: number): number {
  return Math.min(sums.findIndex((each) => each > sum) >>> 0, sums.length - 1);
}

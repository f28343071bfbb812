// Shops whose products are bought independently but for planted pairs. Popularity drifts by month, orders differ in size
// and large ones are of another season, so that raw counts find pairs where there are none.

import { seededRandom, type Random } from '#core/base/random.ts';
import { NO_BUYER, type SalesLog } from '#core/import/baskets/sales-log.ts';
import { normal } from './halo-world.ts';

const ORDERS = 12_000;
const DAYS = 540;
const PAIRS = 30;
/** Chance that the other product of a pair is added where one was bought, or taken out where they replace each other. */
const TAKEN_ALONG = 0.25;

export interface PairWorld {
  readonly log: SalesLog;
  /** "first second", ascending. */
  readonly complements: ReadonlySet<string>;
}

/** With more products, most are in a few orders only. */
export function pairWorld(seed: number, productCount: number): PairWorld {
  const random = seededRandom(seed);
  const shop = shopOf(random, productCount);
  const partner = new Int32Array(productCount).fill(-1);
  const complements = new Set<string>();
  for (let pair = 0; pair < 2 * PAIRS; pair++) {
    const [a, b] = [4 * pair, 4 * pair + 1];
    partner[a] = b;
    partner[b] = a;
    // The second half are substitutes.
    if (pair < PAIRS) complements.add(`${a} ${b}`);
  }
  const lines: { order: number; day: number; product: number }[] = [];
  let today = dayOf(shop, 0);
  for (let order = 0; order < ORDERS; order++) {
    const day = Math.floor((order / ORDERS) * DAYS);
    if (day !== today.day) today = dayOf(shop, day);
    for (const product of orderOf(random, today, partner)) lines.push({ order, day, product });
  }
  return { log: logOf(lines, productCount), complements };
}

interface Shop {
  readonly popularity: Float64Array;
  readonly phase: Float64Array;
}

function shopOf(random: Random, productCount: number): Shop {
  return {
    popularity: Float64Array.from({ length: productCount }, () => Math.exp(0.8 * normal(random))),
    phase: Float64Array.from({ length: productCount }, () => 2 * Math.PI * random()),
  };
}

interface Today {
  readonly day: number;
  /** Of the year, as an angle. */
  readonly turn: number;
  readonly weights: Float64Array;
  readonly total: number;
}

function dayOf({ popularity, phase }: Shop, day: number): Today {
  const turn = (2 * Math.PI * day) / 365;
  const weights = popularity.map((each, p) => each * Math.exp(0.8 * Math.cos(turn - phase[p]!)));
  return { day, turn, weights, total: weights.reduce((sum, each) => sum + each, 0) };
}

function orderOf(
  random: Random,
  { turn, weights, total }: Today,
  partner: Int32Array,
): Set<number> {
  const large = random() < 0.1 + 0.1 * Math.cos(turn);
  const size = 1 + Math.floor(-(large ? 15 : 2.5) * Math.log(1 - random()));
  const order = new Set<number>();
  for (let k = 0; k < size; k++) {
    let left = random() * total;
    const product = weights.findIndex((each) => (left -= each) < 0);
    if (product < 0) continue;
    const other = partner[product]!;
    const isComplement = other >= 0 && product < 4 * PAIRS;
    if (other >= 0 && !isComplement && order.has(other) && random() < 0.8) continue;
    order.add(product);
    if (isComplement && random() < TAKEN_ALONG) order.add(other);
  }
  return order;
}

function logOf(
  lines: readonly { order: number; day: number; product: number }[],
  productCount: number,
): SalesLog {
  const count = lines.length;
  const products = Array.from({ length: productCount }, (_, p) => ({
    ...{
      productId: String(p),
      title: `Thing ${p}`,
      category: '',
      price: NaN,
      firstDay: 0,
      isLaunch: false,
    },
  }));
  return {
    ...{
      products,
      channels: [],
      orderCount: ORDERS,
      buyerCount: 0,
      firstDay: 0,
      lastDay: DAYS - 1,
    },
    order: Uint32Array.from(lines, ({ order }) => order),
    product: Uint32Array.from(lines, ({ product }) => product),
    buyer: new Int32Array(count).fill(NO_BUYER),
    day: Int32Array.from(lines, ({ day }) => day),
    units: new Float64Array(count).fill(1),
    revenue: new Float64Array(count).fill(NaN),
    discountShare: new Float32Array(count).fill(NaN),
    channel: new Uint16Array(count),
  };
}

// A simulated shop whose buyers' tastes are known: each likes one category, some buy what is new, some what is cheap.

import { NO_BUYER, type LoggedProduct, type SalesLog } from '#core/import/baskets/sales-log.ts';
import { seededRandom } from '#core/base/random.ts';

const NOUNS = ['mug', 'lamp', 'scarf', 'poster', 'candle'];
const ADJECTIVES = ['red', 'blue', 'green', 'striped', 'wooden', 'tiny', 'grand', 'silver'];
/** Share of a buyer's lines that are of the category they like. */
const USUAL_LOYALTY = 0.8;

export interface BuyerWorld {
  readonly log: SalesLog;
  /** The category that each buyer likes, as a place in `categories`. */
  readonly liked: readonly number[];
  readonly categories: readonly string[];
}

interface WorldSize {
  readonly buyers: number;
  readonly days: number;
  /** Days between two launches. */
  readonly launchGap: number;
  /** Share of lines that are of the liked category. */
  readonly loyalty?: number;
}

/** Simulates a shop. Buyers come at gamma rates from a first day of their own; every fifth buys at a discount. */
export function buyerWorld(
  seed: number,
  { buyers, days, launchGap, loyalty = USUAL_LOYALTY }: WorldSize,
): BuyerWorld {
  const random = seededRandom(seed);
  const pick = (count: number) => Math.floor(random() * count);
  const products = shelf(days, launchGap, pick);
  const liked = Array.from({ length: buyers }, () => pick(NOUNS.length));
  const lines: { day: number; order: number; buyer: number; product: number }[] = [];
  let order = 0;
  liked.forEach((category, buyer) => {
    const rate = -Math.log(1 - random()) / 40;
    for (let day = pick(days * 0.8); day < days;) {
      const onSale = products.flatMap(({ firstDay }, i) => (firstDay <= day ? [i] : []));
      const own = onSale.filter((i) => products[i]!.category === NOUNS[category]);
      const basket = Array.from({ length: 1 + pick(3) }, () => {
        const from = random() < loyalty && own.length > 0 ? own : onSale;
        // Half of what is bought is among the last ten.
        const among = random() < 0.5 ? from.slice(-10) : from;
        return among[pick(among.length)]!;
      });
      for (const product of new Set(basket)) lines.push({ day, order, buyer, product });
      order++;
      day += Math.max(1, Math.round(-Math.log(1 - random()) / rate));
    }
  });
  // Visitors without a name.
  for (let day = 0; day < days; day += 3)
    lines.push({ day, order: order++, buyer: NO_BUYER, product: 0 });
  lines.sort((a, b) => a.day - b.day || a.order - b.order);
  const off = (buyer: number) => (buyer >= 0 && buyer % 5 === 0 ? 0.3 : 0);
  const log: SalesLog = {
    ...{ products, channels: ['shop', 'market'], orderCount: order, buyerCount: buyers },
    ...{ firstDay: 0, lastDay: days - 1 },
    order: Uint32Array.from(lines, (line) => line.order),
    product: Uint32Array.from(lines, (line) => line.product),
    buyer: Int32Array.from(lines, (line) => line.buyer),
    day: Int32Array.from(lines, (line) => line.day),
    units: new Float64Array(lines.length).fill(1),
    revenue: Float64Array.from(
      lines,
      ({ product, buyer }) => products[product]!.price * (1 - off(buyer)),
    ),
    discountShare: Float32Array.from(lines, ({ buyer }) => off(buyer)),
    channel: Uint16Array.from(lines, ({ buyer }) => (buyer >= 0 && buyer % 3 === 0 ? 1 : 0)),
  };
  return { log, liked, categories: NOUNS };
}

function shelf(days: number, launchGap: number, pick: (count: number) => number): LoggedProduct[] {
  const count = 20 + Math.floor(days / launchGap);
  return Array.from({ length: count }, (_, i) => {
    const category = NOUNS[i % NOUNS.length]!;
    return {
      productId: `P${i}`,
      title: `${ADJECTIVES[pick(ADJECTIVES.length)]} ${category}`,
      ...{ category, price: 5 + pick(20) },
      firstDay: i < 20 ? 0 : (i - 19) * launchGap,
      isLaunch: i >= 20,
    };
  });
}

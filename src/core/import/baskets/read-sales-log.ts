// Turns the joined order lines of a shop into a sales log.

import { median } from '#core/base/statistics/statistics.ts';
import type { CodedColumn } from '../csv/coded-column.ts';
import { chooseLines } from '../derivation/choose-lines.ts';
import { isNew } from '../derivation/derive-launches.ts';
import type { DerivationSettings } from '../derivation/derivation-settings.ts';
import type { JoinedExports } from '../derivation/join-exports.ts';
import { productOfLine } from '../derivation/product-of-line.ts';
import { categoryOf, soldProducts, type SoldProduct } from '../derivation/sold-products.ts';
import { filledWithinOrders, linesByOrder } from '../platform-files/orders/lines-by-order.ts';
import type { OrderLines } from '../platform-files/orders/order-lines.ts';
import { paidPrices } from '../platform-files/orders/paid-prices.ts';
import { NO_BUYER, type LoggedProduct, type SalesLog } from './sales-log.ts';

export interface ReadSalesLog extends SalesLog {
  /** By buyer: the salted hash of this reading, from which only who holds the file and the salt finds the buyer. */
  readonly buyerHashes: readonly string[];
}

type SoldLines = Pick<JoinedExports, 'lines' | 'catalogue' | 'onHand'>;

/**
 * Returns the log of all sold lines, whatever launches are derived from them; null where there are none. Each line
 * without an order ID is an order of its own. A line that names no buyer has that of its order; where lines of one order
 * ID name several buyers, each of them has an order of its own.
 */
export function readSalesLog(
  { lines, catalogue, onHand }: SoldLines,
  settings: Pick<DerivationSettings, 'level' | 'burnInDays' | 'leaveOutBulk' | 'countPending'>,
): ReadSalesLog | null {
  if (lines === null) return null;
  const products = productOfLine(lines, catalogue, settings.level);
  const { reasons } = chooseLines(lines, products, settings);
  const all = soldProducts({ lines, products, reasons, catalogue, onHand });
  const sold = all.filter((product) => product.sold.length > 0);
  const buyers = filledWithinOrders(lines.buyer, linesByOrder(lines.orderId));
  const orders = ordersOf(sold, lines, buyers);
  const lots = lotsOf(sold, orders);
  const lotCount = lots.starts.length - 1;
  if (lotCount === 0) return null;
  const paid = paidPrices(lines);
  const firstLines = lots.starts.subarray(0, lotCount).map((start) => lots.lines[start]!);
  const order = firstLines.map((line) => orders.rankOf[line]!);
  const day = Int32Array.from(order, (rank) => Math.floor(orders.moments[rank]!));
  const start = orders.moments[0]!;
  return {
    products: sold.map((product) => loggedProduct(product, { lines, paid, start, settings })),
    channels: lines.channel.texts.some((name) => name !== '') ? lines.channel.texts : [],
    orderCount: orders.moments.length,
    ...{ firstDay: day[0]!, lastDay: day.at(-1)!, order, day },
    product: firstLines.map((line) => orders.productOf[line]!),
    ...numberedBuyers(firstLines, buyers),
    ...amountsOf(lots, lines, paid),
    channel: Uint16Array.from(firstLines, (line) => lines.channel.codes[line]!),
  };
}

interface Orders {
  /** For each line, the index of its product; NOT_SOLD where it is not counted. */
  readonly productOf: Int32Array;
  /** For each counted line, the place of its order among all orders, by their first moment. */
  readonly rankOf: Uint32Array;
  /** For each order, its first moment in days. */
  readonly moments: Float64Array;
}

const NOT_SOLD = -1;

function ordersOf(
  sold: readonly SoldProduct[],
  { orderId, orderedAt, rowCount }: OrderLines,
  buyers: CodedColumn,
): Orders {
  const productOf = new Int32Array(rowCount).fill(NOT_SOLD);
  for (const [product, { sold: own }] of sold.entries())
    for (const line of own) productOf[line] = product;
  const nameless = orderId.texts.indexOf('');
  const places = new Map<number, number>();
  const firsts: number[] = [];
  const orderOf = new Uint32Array(rowCount);
  for (let line = 0; line < rowCount; line++) {
    if (productOf[line] === NOT_SOLD) continue;
    const code = orderId.codes[line]!;
    const key = code === nameless ? -1 - line : code * buyers.texts.length + buyers.codes[line]!;
    const place = places.get(key) ?? firsts.length;
    if (place === firsts.length) {
      places.set(key, place);
      firsts.push(Infinity);
    }
    orderOf[line] = place;
    firsts[place] = Math.min(firsts[place]!, orderedAt[line]!);
  }
  const byMoment = Uint32Array.from(firsts.keys()).sort((a, b) => firsts[a]! - firsts[b]! || a - b);
  const rankOfOrder = new Uint32Array(firsts.length);
  byMoment.forEach((order, rank) => (rankOfOrder[order] = rank));
  return {
    productOf,
    rankOf: orderOf.map((order) => rankOfOrder[order]!),
    moments: Float64Array.from(byMoment, (order) => firsts[order]!),
  };
}

/** Lines of one product in one order, which count as one. */
interface Lots {
  /** Indices of the counted lines, by order and product. */
  readonly lines: Uint32Array;
  /** Where the lines of each lot start, and the end of the last one's. */
  readonly starts: Uint32Array;
}

/** Sorts by order by counting: the lines of each product come in their order, and so stay in it. */
function lotsOf(sold: readonly SoldProduct[], { productOf, rankOf, moments }: Orders): Lots {
  const ends = new Uint32Array(moments.length + 1);
  for (const { sold: own } of sold) for (const line of own) ends[rankOf[line]! + 1]! += 1;
  for (let rank = 0; rank < moments.length; rank++) ends[rank + 1]! += ends[rank]!;
  const lines = new Uint32Array(ends.at(-1)!);
  for (const { sold: own } of sold) for (const line of own) lines[ends[rankOf[line]!]!++] = line;
  const isFirst = (line: number, i: number) =>
    i === 0 ||
    rankOf[line] !== rankOf[lines[i - 1]!] ||
    productOf[line] !== productOf[lines[i - 1]!];
  const starts = Uint32Array.from(lines.keys()).filter((i) => isFirst(lines[i]!, i));
  return { lines, starts: withEnd(starts, lines.length) };
}

function withEnd(starts: Uint32Array, end: number): Uint32Array {
  const ended = new Uint32Array(starts.length + 1);
  ended.set(starts);
  ended[starts.length] = end;
  return ended;
}

/** Numbers the buyers from 0, in the order in which they first buy. */
function numberedBuyers(
  firstLines: Uint32Array,
  { texts, codes }: CodedColumn,
): Pick<ReadSalesLog, 'buyer' | 'buyerCount' | 'buyerHashes'> {
  const none = texts.indexOf('');
  const places = new Map<number, number>();
  const buyer = Int32Array.from(firstLines, (line) => {
    const code = codes[line]!;
    if (code === none) return NO_BUYER;
    const place = places.get(code) ?? places.size;
    places.set(code, place);
    return place;
  });
  const buyerHashes = Array.from(places.keys(), (code) => texts[code]!);
  return { buyer, buyerCount: places.size, buyerHashes };
}

function amountsOf(
  lots: Lots,
  { quantity, unitPrice, listPrice }: OrderLines,
  paid: Float64Array,
): Pick<SalesLog, 'units' | 'revenue' | 'discountShare'> {
  const count = lots.starts.length - 1;
  const [units, revenue] = [new Float64Array(count), new Float64Array(count)];
  const discountShare = new Float32Array(count);
  for (let lot = 0; lot < count; lot++) {
    let full = 0;
    for (let i = lots.starts[lot]!; i < lots.starts[lot + 1]!; i++) {
      const line = lots.lines[i]!;
      units[lot]! += quantity[line]!;
      revenue[lot]! += quantity[line]! * paid[line]!;
      full += quantity[line]! * Math.max(unitPrice[line]!, listPrice[line]! || 0);
    }
    discountShare[lot] = full > 0 ? Math.max(0, 1 - revenue[lot]! / full) : NaN;
  }
  return { units, revenue, discountShare };
}

interface Pricing {
  readonly lines: OrderLines;
  readonly paid: Float64Array;
  readonly start: number;
  readonly settings: Pick<DerivationSettings, 'burnInDays'>;
}

function loggedProduct(
  product: SoldProduct,
  { lines, paid, start, settings }: Pricing,
): LoggedProduct {
  const prices = product.sold.map((line) => paid[line]!).filter((price) => !Number.isNaN(price));
  return {
    productId: product.id,
    title: titleOf(product),
    category: categoryOf(product, lines),
    price: prices.length > 0 ? median(prices) : NaN,
    firstDay: Math.floor(product.launchAt),
    isLaunch: isNew(product, start, settings),
  };
}

function titleOf({ listed, title }: SoldProduct): string {
  return listed === null || listed.title === '' ? title : listed.title;
}

// What a shop knows of its buyers on a day: sums over the order lines before it. Days only move on.

import type { Day } from '#core/base/dates.ts';
import { NO_BUYER, type SalesLog } from '#core/import/baskets/sales-log.ts';
import { NO_GROUP, type ProductShelf } from './product-shelf.ts';

/** Days after its first sale in which a product is new. */
export const NEW_DAYS = 60;
/** Memory of what fades: after these days an order counts for 1/e. */
const FADING_DAYS = 90;
const FAST_DAYS = 30;
/** Share taken off the price from which a line counts as bought at a discount. */
export const DISCOUNT_SHARE = 0.05;

/** How often a buyer bought something: in all, and fading. */
export interface Tally {
  count: number;
  faded: number;
  lastDay: Day;
}

/** Sums of each buyer, [buyers]. Days are 0 before the first order. */
export class BuyersPast {
  readonly firstDay: Int32Array;
  readonly lastDay: Int32Array;
  /** Days with an order. */
  readonly orderDays: Float64Array;
  readonly lines: Float64Array;
  readonly units: Float64Array;
  /** Money of lines whose price is known. */
  readonly money: Float64Array;
  readonly logPrices: Float64Array;
  readonly pricedLines: Float64Array;
  readonly newLines: Float64Array;
  readonly discounted: Float64Array;
  readonly discountKnown: Float64Array;
  /** Fading sums: order days (slow, fast), lines, lines of new products. They stand as of `lastDay`. */
  readonly fadedOrders: Float64Array;
  readonly fastOrders: Float64Array;
  readonly fadedLines: Float64Array;
  readonly fadedNew: Float64Array;
  /** Who bought each group and each word. */
  readonly groupBuyers: readonly Map<number, Tally>[];
  readonly wordBuyers: readonly Map<number, Tally>[];
  /** Products seen so far with each word, and with any. */
  readonly productsWithWord: Float64Array;
  productsSeen = 0;
  /** Lines before this day are in the sums. */
  day: Day;
  /** Buyers with an order so far. */
  seen = 0;

  readonly #log: SalesLog;
  readonly #shelf: ProductShelf;
  readonly #isSeen: Uint8Array;
  #line = 0;

  constructor(log: SalesLog, shelf: ProductShelf) {
    this.#log = log;
    this.#shelf = shelf;
    this.#isSeen = new Uint8Array(log.products.length);
    this.day = log.firstDay;
    const { buyerCount } = log;
    const sums = () => new Float64Array(buyerCount);
    this.firstDay = new Int32Array(buyerCount);
    this.lastDay = new Int32Array(buyerCount);
    [this.orderDays, this.lines, this.units, this.money] = [sums(), sums(), sums(), sums()];
    [this.logPrices, this.pricedLines, this.newLines] = [sums(), sums(), sums()];
    [this.discounted, this.discountKnown] = [sums(), sums()];
    [this.fadedOrders, this.fastOrders] = [sums(), sums()];
    [this.fadedLines, this.fadedNew] = [sums(), sums()];
    this.groupBuyers = shelf.groups.map(() => new Map<number, Tally>());
    this.wordBuyers = shelf.words.map(() => new Map<number, Tally>());
    this.productsWithWord = new Float64Array(shelf.words.length);
  }

  /** Adds the lines before a day. */
  moveTo(day: Day): void {
    const { day: days } = this.#log;
    for (; this.#line < days.length && days[this.#line]! < day; this.#line++) this.#add(this.#line);
    this.day = Math.max(this.day, day);
  }

  /** Returns what is left of a fading sum of a buyer. */
  left(sums: Float64Array, buyer: number): number {
    const days = sums === this.fastOrders ? FAST_DAYS : FADING_DAYS;
    return sums[buyer]! * Math.exp((this.lastDay[buyer]! - this.day) / days);
  }

  /** Returns what is left of a tally. */
  leftOf({ faded, lastDay }: Tally): number {
    return faded * Math.exp((lastDay - this.day) / FADING_DAYS);
  }

  #add(line: number): void {
    const product = this.#log.product[line]!;
    const buyer = this.#log.buyer[line]!;
    this.#see(product);
    if (buyer === NO_BUYER) return;
    this.#addDay(buyer, this.#log.day[line]!);
    this.#addWorth(buyer, line);
    this.#addKind(buyer, product, this.#log.day[line]!);
  }

  #see(product: number): void {
    if (this.#isSeen[product]) return;
    this.#isSeen[product] = 1;
    this.productsSeen++;
    for (const word of this.#shelf.wordsOf[product]!) this.productsWithWord[word]!++;
  }

  #addDay(buyer: number, day: Day): void {
    const isFirst = this.orderDays[buyer] === 0;
    if (isFirst) {
      this.firstDay[buyer] = day;
      this.lastDay[buyer] = day;
      this.seen++;
    }
    const passed = day - this.lastDay[buyer]!;
    if (passed > 0) {
      const [slow, fast] = [Math.exp(-passed / FADING_DAYS), Math.exp(-passed / FAST_DAYS)];
      this.fadedOrders[buyer]! *= slow;
      this.fastOrders[buyer]! *= fast;
      this.fadedLines[buyer]! *= slow;
      this.fadedNew[buyer]! *= slow;
      this.lastDay[buyer] = day;
    }
    if (!isFirst && passed === 0) return;
    this.orderDays[buyer]!++;
    this.fadedOrders[buyer]!++;
    this.fastOrders[buyer]!++;
  }

  #addWorth(buyer: number, line: number): void {
    const { units, revenue, discountShare } = this.#log;
    this.lines[buyer]!++;
    this.fadedLines[buyer]!++;
    this.units[buyer]! += units[line]!;
    if (revenue[line]! > 0) {
      this.money[buyer]! += revenue[line]!;
      this.logPrices[buyer]! += Math.log(revenue[line]! / units[line]!);
      this.pricedLines[buyer]!++;
    }
    if (Number.isNaN(discountShare[line]!)) return;
    this.discountKnown[buyer]!++;
    if (discountShare[line]! >= DISCOUNT_SHARE) this.discounted[buyer]!++;
  }

  #addKind(buyer: number, product: number, day: Day): void {
    const { isLaunch, firstDay } = this.#log.products[product]!;
    if (isLaunch && day - firstDay <= NEW_DAYS) {
      this.newLines[buyer]!++;
      this.fadedNew[buyer]!++;
    }
    const group = this.#shelf.groupOf[product]!;
    if (group !== NO_GROUP) add(this.groupBuyers[group]!, buyer, day);
    for (const word of this.#shelf.wordsOf[product]!) add(this.wordBuyers[word]!, buyer, day);
  }
}

function add(tallies: Map<number, Tally>, buyer: number, day: Day): void {
  const found = tallies.get(buyer);
  if (!found) {
    tallies.set(buyer, { count: 1, faded: 1, lastDay: day });
    return;
  }
  found.faded = found.faded * Math.exp((found.lastDay - day) / FADING_DAYS) + 1;
  found.count++;
  found.lastDay = day;
}

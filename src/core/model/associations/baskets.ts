// Orders as sets of items: products, or groups of products.

import { monthOfYear, yearOf } from '#core/base/dates.ts';
import type { SalesLog } from '#core/import/baskets/sales-log.ts';

export interface Baskets {
  /** Orders with at least one item; the others are left out. */
  readonly orderCount: number;
  /** [orders + 1] Where the items of an order begin. */
  readonly starts: Uint32Array;
  /** Items of each order, distinct and ascending. */
  readonly items: Uint32Array;
  /** [orders] Stratum of an order: its month, and its channel where there are several. */
  readonly stratumOf: Uint16Array;
  readonly stratumCount: number;
  /** Whether an item can stand for several products. */
  readonly areGroups: boolean;
  /** [items] Orders with an item. */
  readonly frequency: Uint32Array;
}

/** More channels would leave too few orders in each. */
const MOST_CHANNELS = 8;

type LoggedOrders = Pick<
  SalesLog,
  'order' | 'product' | 'day' | 'firstDay' | 'channel' | 'channels' | 'products'
>;

/** Returns the baskets of a log. @param itemOf [products] the item that a product is; below 0: none. */
export function basketsOf(
  log: LoggedOrders,
  itemOf: ArrayLike<number>,
  itemCount: number,
): Baskets {
  const lineCount = log.order.length;
  const starts = new Uint32Array(lineCount + 1);
  const items = new Uint32Array(lineCount);
  const stratumOf = new Uint16Array(lineCount);
  const channels = log.channels.length <= MOST_CHANNELS ? Math.max(1, log.channels.length) : 1;
  const frequency = new Uint32Array(itemCount);
  // One more than the order in which an item was last seen, so that each counts once.
  const seenIn = new Uint32Array(itemCount);
  const firstMonth = monthIndex(log.firstDay);
  let [orders, length, line, lastDay, month] = [0, 0, 0, NaN, 0];
  while (line < lineCount) {
    const order = log.order[line]!;
    const day = log.day[line]!;
    if (day !== lastDay) month = monthIndex(day) - firstMonth;
    lastDay = day;
    const start = length;
    const channel = log.channel[line]!;
    for (; line < lineCount && log.order[line] === order; line++) {
      const item = itemOf[log.product[line]!]!;
      if (item < 0 || seenIn[item] === orders + 1) continue;
      seenIn[item] = orders + 1;
      frequency[item]! += 1;
      items[length++] = item;
    }
    if (length === start) continue;
    sortPart(items, start, length);
    stratumOf[orders++] = month * channels + (channels > 1 ? channel : 0);
    starts[orders] = length;
  }
  return {
    areGroups: itemCount < log.products.length,
    ...{ orderCount: orders, frequency, stratumCount: (month + 1) * channels },
    ...{ starts: starts.subarray(0, orders + 1), items: items.subarray(0, length) },
    stratumOf: stratumOf.subarray(0, orders),
  };
}

const SHORT = 24;

/** Sorts a part in place; most orders are short. */
function sortPart(values: Uint32Array, from: number, to: number): void {
  if (to - from > SHORT) {
    values.subarray(from, to).sort();
    return;
  }
  for (let i = from + 1; i < to; i++) {
    const value = values[i]!;
    let j = i - 1;
    for (; j >= from && values[j]! > value; j--) values[j + 1] = values[j]!;
    values[j + 1] = value;
  }
}

function monthIndex(day: number): number {
  return yearOf(day) * 12 + monthOfYear(day);
}

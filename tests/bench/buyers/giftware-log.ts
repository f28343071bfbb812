// The giftware shop's order lines as a sales log, with its customers as buyers.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import Papa from 'papaparse';
import { isService } from '#core/import/derivation/non-products.ts';
import { NO_BUYER, type LoggedProduct, type SalesLog } from '#core/import/baskets/sales-log.ts';
import type { Day } from '#core/base/dates.ts';
import { countTexts, median } from '#core/base/statistics/statistics.ts';
import { GIFTWARE_FILES } from '../reorder/giftware-weeks.ts';

const DAY = 86_400_000;
/** Products first sold in these days of the records were on sale before: as the app's derivation. */
const BURN_IN_DAYS = 120;
/** Prices that a product's usual one is the median of. */
const FEWEST_PRICES = 5;
const MOST_PRICES = 60;

interface Invoiced {
  readonly invoice: string;
  readonly sku: string;
  readonly title: string;
  readonly units: number;
  readonly moment: number;
  readonly price: number;
  readonly customer: string;
}

/**
 * Reads both tables, which overlap, once. A cancellation takes out the last line of the same customer, product and
 * number before it. The tables name no promotion: the share off the price is taken from the median of the product's
 * prices so far.
 */
export function giftwareLog(folder: string): SalesLog {
  const [earlier, later] = GIFTWARE_FILES.map((name) => invoiced(join(folder, name)));
  const begin = later!.reduce((least, { moment }) => Math.min(least, moment), Infinity);
  const lines = [...earlier!.filter(({ moment }) => moment < begin), ...later!];
  return logOf(withoutCancelled(lines.sort((a, b) => a.moment - b.moment)));
}

function invoiced(path: string): Invoiced[] {
  const text = gunzipSync(readFileSync(path)).toString('utf8');
  const [, ...rows] = Papa.parse<string[]>(text, { skipEmptyLines: true }).data;
  return rows.map((row) => ({
    ...{ invoice: row[0]!, sku: row[1]!.toUpperCase(), title: row[2]!, units: Number(row[3]) },
    ...{ moment: Date.parse(`${row[4]!.replace(' ', 'T')}Z`) / DAY, price: Number(row[5]) },
    customer: row[6]!.replace(/\.0$/, '').replace(/^NA$/, ''),
  }));
}

function withoutCancelled(lines: readonly Invoiced[]): Invoiced[] {
  const open = new Map<string, number[]>();
  const isOut = new Uint8Array(lines.length);
  lines.forEach(({ invoice, sku, units, customer, price }, i) => {
    const key = `${customer} ${sku} ${Math.abs(units)}`;
    if (invoice.startsWith('C') || units < 0) {
      isOut[i] = 1;
      const at = open.get(key)?.pop();
      if (at !== undefined) isOut[at] = 1;
    } else if (!(units > 0 && price > 0) || !/^\d{5}/.test(sku)) {
      isOut[i] = 1;
    } else if (open.has(key)) open.get(key)!.push(i);
    else open.set(key, [i]);
  });
  return lines.filter((_, i) => !isOut[i]);
}

function logOf(lines: readonly Invoiced[]): SalesLog {
  const titles = usualTitles(lines);
  const kept = lines.filter(({ sku }) => titles.has(sku));
  const [skus, orders, buyers] = [new Map(), new Map(), new Map()] as Map<string, number>[];
  const first = Math.floor(kept[0]!.moment);
  const pricesOf: number[][] = [];
  const columns = kept.map(({ invoice, sku, units, moment, price, customer }) => {
    const product = numberOf(skus!, sku);
    const prices = (pricesOf[product] ??= []);
    const usual = prices.length >= FEWEST_PRICES ? median(prices.slice(-MOST_PRICES)) : NaN;
    prices.push(price);
    return {
      ...{ product, units, day: Math.floor(moment), order: numberOf(orders!, invoice) },
      buyer: customer === '' ? NO_BUYER : numberOf(buyers!, customer),
      ...{ revenue: units * price, off: Math.max(0, 1 - price / usual) },
    };
  });
  const firstDays = new Map<number, number>();
  for (const { product, day } of columns) if (!firstDays.has(product)) firstDays.set(product, day);
  const products = [...skus!].map(([sku, product]): LoggedProduct => {
    const firstDay = firstDays.get(product)!;
    return {
      ...{ productId: sku, title: titles.get(sku)!, category: '', firstDay },
      price: median(pricesOf[product]!),
      isLaunch: firstDay > first + BURN_IN_DAYS,
    };
  });
  // Lines of an order lie next to each other, as the contract says.
  columns.sort((a, b) => a.day - b.day || a.order - b.order);
  return {
    ...{ products, channels: [], orderCount: orders!.size, buyerCount: buyers!.size },
    ...{ firstDay: first, lastDay: columns.at(-1)!.day },
    order: Uint32Array.from(columns, ({ order }) => order),
    product: Uint32Array.from(columns, ({ product }) => product),
    buyer: Int32Array.from(columns, ({ buyer }) => buyer),
    day: Int32Array.from(columns, ({ day }) => day),
    units: Float64Array.from(columns, ({ units }) => units),
    revenue: Float64Array.from(columns, ({ revenue }) => revenue),
    discountShare: Float32Array.from(columns, ({ off }) => off),
    channel: new Uint16Array(columns.length),
  };
}

/** Returns the commonest title of each product, without those that are no goods. */
function usualTitles(lines: readonly Invoiced[]): Map<string, string> {
  const counts = new Map<string, string[]>();
  for (const { sku, title } of lines)
    if (counts.has(sku)) counts.get(sku)!.push(title);
    else counts.set(sku, [title]);
  return new Map(
    [...counts].flatMap(([sku, titles]): [string, string][] => {
      const usual = countTexts(titles)[0]?.[0] ?? '';
      return usual === '' || isService(usual) ? [] : [[sku, usual]];
    }),
  );
}

function numberOf(known: Map<string, number>, name: string): number {
  const found = known.get(name) ?? known.size;
  known.set(name, found);
  return found;
}

/** Returns the log as it was before a day. */
export function logBefore(log: SalesLog, day: Day): SalesLog {
  const end = log.day.findIndex((at) => at >= day);
  const lines = end < 0 ? log.day.length : end;
  const known = log.products.filter(({ firstDay }) => firstDay < day).length;
  return {
    ...log,
    // Products and orders are numbered as they first appear.
    products: log.products.slice(0, known),
    orderCount: lines > 0 ? log.order[lines - 1]! + 1 : 0,
    lastDay: day - 1,
    order: log.order.subarray(0, lines),
    product: log.product.subarray(0, lines),
    buyer: log.buyer.subarray(0, lines),
    day: log.day.subarray(0, lines),
    units: log.units.subarray(0, lines),
    revenue: log.revenue.subarray(0, lines),
    discountShare: log.discountShare.subarray(0, lines),
    channel: log.channel.subarray(0, lines),
  };
}

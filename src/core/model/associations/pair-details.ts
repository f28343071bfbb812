// What bundles need to know of products that are bought together: their prices, and how often they were bought together
// while one of them was cut in price.

import { median } from '#core/base/statistics/statistics.ts';
import type { SalesLog } from '#core/import/baskets/sales-log.ts';
import { linesByItem, visitShared } from './shared-orders.ts';
import {
  LEAST_COUNT,
  type BoughtTogether,
  type CutOrders,
  type PairedProduct,
} from './associations.ts';

/** Less off the price is no cut: rounding, or a coupon of a few buyers. */
const LEAST_CUT = 0.05;

/** Returns pairs of products with their details. */
export function withPairDetails(log: SalesLog, pairs: readonly BoughtTogether[]): BoughtTogether[] {
  const places = new Map(log.products.map(({ productId }, place) => [productId, place]));
  const linesOf = linesByItem(log, [...log.products.keys()], log.products.length);
  const cutsOf = new Map<number, PriceCuts>();
  const cuts = (product: number): PriceCuts => {
    const known = cutsOf.get(product) ?? priceCuts(log, linesOf[product]!);
    cutsOf.set(product, known);
    return known;
  };
  return pairs.map((pair) => {
    const [first, second] = [places.get(pair.first), places.get(pair.second)];
    if (first === undefined || second === undefined) return pair;
    const detailsOf = (product: number, other: number): PairedProduct => {
      const { category, price } = log.products[product]!;
      const lines = { own: linesOf[product]!, other: linesOf[other]! };
      const whileCut = cutOrders(log, cuts(product), lines);
      return { category, price, ...(whileCut && { whileCut }) };
    };
    return {
      ...pair,
      details: { first: detailsOf(first, second), second: detailsOf(second, first) },
    };
  });
}

interface PriceCuts {
  /** Median share off on days with a cut; NaN without one. */
  readonly cut: number;
  /** Days from the log's first one on: CUT, USUAL, or UNKNOWN before its first sale and after its last. */
  readonly days: Int8Array;
}

const UNKNOWN = 0;
const USUAL = 1;
const CUT = 2;

/** A day is cut if most of the units sold then were; days without sales are like the last one with sales. */
function priceCuts(log: SalesLog, lines: readonly number[]): PriceCuts {
  const span = log.lastDay - log.firstDay + 1;
  const [cutUnits, units] = [new Float64Array(span), new Float64Array(span)];
  const shares: number[] = [];
  for (const line of lines) {
    const share = log.discountShare[line]!;
    if (Number.isNaN(share)) continue;
    const day = log.day[line]! - log.firstDay;
    units[day]! += log.units[line]!;
    if (share < LEAST_CUT) continue;
    cutUnits[day]! += log.units[line]!;
    shares.push(share);
  }
  const days = new Int8Array(span);
  const last = units.findLastIndex((each) => each > 0);
  let now = UNKNOWN;
  for (let day = 0; day <= last; day++) {
    if (units[day]! > 0) now = cutUnits[day]! > units[day]! / 2 ? CUT : USUAL;
    days[day] = now;
  }
  return { cut: median(shares), days };
}

/** Counts orders with the other product by whether this one was cut; undefined where any count is too small. */
function cutOrders(
  log: SalesLog,
  { cut, days }: PriceCuts,
  lines: { readonly own: readonly number[]; readonly other: readonly number[] },
): CutOrders | undefined {
  if (Number.isNaN(cut)) return undefined;
  const stateOf = (line: number): number => days[log.day[line]! - log.firstDay]!;
  // [UNKNOWN, USUAL, CUT]
  const [orders, both] = [
    [0, 0, 0],
    [0, 0, 0],
  ];
  for (const line of lines.other) orders[stateOf(line)]! += 1;
  visitShared(log, lines.other, lines.own, (line) => {
    both[stateOf(line)]! += 1;
    return true;
  });
  const isEnough = [USUAL, CUT].every(
    (state) => both[state]! >= LEAST_COUNT && orders[state]! - both[state]! >= LEAST_COUNT,
  );
  if (!isEnough) return undefined;
  return {
    ...{ cut, orders: orders[CUT]!, both: both[CUT]! },
    ...{ usualOrders: orders[USUAL]!, usualBoth: both[USUAL]! },
  };
}

// Calculates the initial stock: the newsvendor quantile, rounded to packs and the minimum order. Where units go on
// selling after the horizon, the marginal unit is weighed over both demands.

import { demandAt, demandPoints, type DemandSpread } from './demand.ts';
import { laterMargin, stockProfit } from './launch-profit.ts';
import type { LaterSales } from '../plan/unit-money.ts';
import type { StockTerms } from '../plan/stock-terms.ts';

/** Service level where margin or cost is not known: stock covers three launches in four. */
export const USUAL_SERVICE_LEVEL = 0.75;

/** Money per unit: the margin of a sold unit and the loss on a leftover one; NaN where not known. */
export interface PieceMoney {
  readonly margin: number;
  readonly leftover: number;
  /** Absent: nothing is sold after the horizon. */
  readonly later?: LaterSales;
}

/**
 * Returns the share of cases, 0–1, that the best stock covers: underage cost over underage plus overage cost
 * (newsvendor: Arrow, Harris, Marschak 1951). 0 where the margin is not positive; `USUAL_SERVICE_LEVEL` where money is
 * not known.
 */
export function serviceLevel({ margin, leftover }: PieceMoney): number {
  if (Number.isNaN(margin) || Number.isNaN(leftover)) return USUAL_SERVICE_LEVEL;
  if (margin <= 0) return 0;
  return margin / (margin + Math.max(0, leftover));
}

/**
 * Returns the mean money that a stock of units brings, without fixed costs. Where money is not known, the usual service
 * level weighs missing units against leftovers.
 * @param logUnits forecast of log1p(units)
 */
export function stockValue(
  spread: DemandSpread,
  logUnits: number,
  { stock, money }: { readonly stock: number; readonly money: PieceMoney },
): number {
  const level = serviceLevel(money);
  const weighed = isKnown(money) ? money : { margin: level, leftover: 1 - level };
  return stockProfit(spread, logUnits, { money: weighed, stock });
}

function isKnown({ margin, leftover }: PieceMoney): boolean {
  return Number.isFinite(margin) && Number.isFinite(leftover);
}

/**
 * Returns the best stock that can be ordered, in units: at least one, because a launch without stock is none. Where
 * each unit loses money, it is the smallest possible order.
 * @param logUnits forecast of log1p(units)
 */
export function bestStock(
  spread: DemandSpread,
  logUnits: number,
  { terms, money }: { readonly terms: StockTerms; readonly money: PieceMoney },
): number {
  const wanted = wantedStock(spread, logUnits, money);
  const below = orderableBelow(wanted, terms);
  const above = orderableAbove(wanted, terms);
  if (below === 0) return above;
  const isBelowBetter =
    stockValue(spread, logUnits, { stock: below, money }) >=
    stockValue(spread, logUnits, { stock: above, money });
  return isBelowBetter ? below : above;
}

function wantedStock(spread: DemandSpread, logUnits: number, money: PieceMoney): number {
  const level = serviceLevel(money);
  if (level === 0) return 0;
  const { later } = money;
  if (later && isKnown(money))
    return stockWithLater(demandPoints(spread, logUnits), { ...money, later });
  return demandAt(spread, logUnits, level);
}

/**
 * Returns the smallest stock at which one more unit earns nothing: (m − m') P(D > S) + (m' + l) P((1 + r) D > S) ≤ l. The
 * left side falls only at the points of either demand, so it is one of them.
 */
function stockWithLater(
  points: Float64Array,
  money: PieceMoney & { readonly later: LaterSales },
): number {
  const { margin, leftover, later } = money;
  const after = laterMargin(money);
  const inAll = points.map((units) => (1 + later.share) * units);
  const isEnough = (stock: number) =>
    (margin - after) * shareAbove(points, stock) + (after + leftover) * shareAbove(inAll, stock) <=
    leftover;
  const first = (stocks: Float64Array) =>
    stocks[firstWhere(stocks.length, (i) => isEnough(stocks[i]!))] ?? Infinity;
  return Math.min(first(points), first(inAll));
}

/** @param points ascending */
function shareAbove(points: Float64Array, value: number): number {
  return 1 - firstWhere(points.length, (i) => points[i]! > value) / points.length;
}

/** Returns the first of `count` indices for which a condition holds that then holds for all later ones; else `count`. */
function firstWhere(count: number, holds: (index: number) => boolean): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Returns the smallest quantity that can be ordered and is at least `wanted`; at least one unit. */
export function orderableAbove(wanted: number, { packSize, minimumOrder }: StockTerms): number {
  const pack = Math.max(1, Math.floor(packSize));
  return Math.ceil(Math.max(1, wanted, minimumOrder) / pack) * pack;
}

/** Returns the largest quantity that can be ordered and is at most `wanted`; 0 where there is none. */
export function orderableBelow(wanted: number, terms: StockTerms): number {
  const pack = Math.max(1, Math.floor(terms.packSize));
  const packs = Math.floor(wanted / pack) * pack;
  return packs >= Math.max(1, terms.minimumOrder) ? packs : 0;
}

/** Tolerance in units for rounding errors of a product of shares. */
const ROUNDING = 1e-6;

/**
 * Returns a share of the best stock, as it can be ordered. A plan orders the same share in every week and channel,
 * because the spread of demand is the same in all.
 */
export function partOfStock(best: number, share: number, terms: StockTerms): number {
  return share === 1 ? best : orderableAbove(share * best - ROUNDING, terms);
}

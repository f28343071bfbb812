// Calculates the initial stock: the newsvendor quantile, rounded to packs and the minimum order.

import { demandAt, expectedSales, type DemandSpread } from './demand.ts';
import type { StockTerms } from '../plan/stock-terms.ts';

/** Service level where margin or cost is not known: stock covers three launches in four. */
export const USUAL_SERVICE_LEVEL = 0.75;

/** Money per unit: the margin of a sold unit and the loss on a leftover one; NaN where not known. */
export interface PieceMoney {
  readonly margin: number;
  readonly leftover: number;
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
  const known = Number.isFinite(money.margin) && Number.isFinite(money.leftover);
  const { margin, leftover } = known ? money : { margin: level, leftover: 1 - level };
  const sold = expectedSales(spread, logUnits, stock);
  return margin * sold - leftover * (stock - sold);
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
  const level = serviceLevel(money);
  const wanted = level > 0 ? demandAt(spread, logUnits, level) : 0;
  const below = orderableBelow(wanted, terms);
  const above = orderableAbove(wanted, terms);
  if (below === 0) return above;
  const isBelowBetter =
    stockValue(spread, logUnits, { stock: below, money }) >=
    stockValue(spread, logUnits, { stock: above, money });
  return isBelowBetter ? below : above;
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

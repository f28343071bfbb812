// How much to have on hand: the newsvendor's quantile, in the packs and least orders that can be bought.

import { demandAt, expectedSales, type DemandSpread } from './demand.ts';

/** What the seller says of buying stock; the same for all products. */
export interface StockTerms {
  /** Share of its unit cost that a piece loses which is left over after the horizon: holding and selling off, 0–1. */
  readonly leftoverLoss: number;
  /** Fewest pieces that can be ordered; 0 or 1: any number. */
  readonly minimumOrder: number;
  /** Pieces come in packs of so many. */
  readonly packSize: number;
  /** From order to shelf. */
  readonly leadTimeDays: number;
}

/** A piece left over is still worth most of its cost: it goes on selling, slower. */
export const USUAL_STOCK_TERMS: StockTerms = {
  leftoverLoss: 0.3,
  minimumOrder: 0,
  packSize: 1,
  leadTimeDays: 0,
};

/** Where margin or cost is not known, stock covers three launches in four. */
export const USUAL_SERVICE_LEVEL = 0.75;

/** Money a piece: what one sold leaves, and what one left over loses. NaN where it is not known. */
export interface PieceMoney {
  readonly margin: number;
  readonly leftover: number;
}

/** The share of cases that the best stock covers: what is lost by one too few, over that and what is lost by one too many. */
export function serviceLevel({ margin, leftover }: PieceMoney): number {
  if (Number.isNaN(margin) || Number.isNaN(leftover)) return USUAL_SERVICE_LEVEL;
  if (margin <= 0) return 0;
  return margin / (margin + Math.max(0, leftover));
}

/** Money that a stock brings on average, fixed costs apart; where money is not known, the level of service that it misses. */
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

/** At least one piece: a launch without stock is none. Where each piece loses money, as few as can be ordered. */
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

/** The fewest pieces that can be ordered and are at least so many; at least one. */
export function orderableAbove(wanted: number, { packSize, minimumOrder }: StockTerms): number {
  const pack = Math.max(1, Math.floor(packSize));
  return Math.ceil(Math.max(1, wanted, minimumOrder) / pack) * pack;
}

/** The most that can be ordered and are at most so many; 0 where none can. */
function orderableBelow(wanted: number, terms: StockTerms): number {
  const pack = Math.max(1, Math.floor(terms.packSize));
  const packs = Math.floor(wanted / pack) * pack;
  return packs >= Math.max(1, terms.minimumOrder) ? packs : 0;
}

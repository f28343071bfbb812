// Lowers a stock with which a loss is likelier than a profit. Where forecasts are wide, as in a short history, the stock
// with the highest expected profit waits for a rare success and loses money in most cases. A smaller one still earns.

import { demandAt, type DemandSpread } from './demand.ts';
import { orderableBelow, stockValue } from './first-stock.ts';
import { laterMargin } from './launch-profit.ts';
import type { StockTerms } from '../plan/stock-terms.ts';
import type { UnitMoney } from '../plan/unit-money.ts';

/**
 * Returns the stock, or the largest smaller one with which a profit is likelier than a loss, and is expected. A stock s
 * breaks even at demand (fixed cost + leftover loss × s) / (margin + leftover loss), which may be the median at most.
 * The stock itself is returned where no smaller one does, and where money is not known.
 * @param logUnits log1p of the median units
 */
export function saferStock(
  spread: DemandSpread,
  logUnits: number,
  {
    stock,
    terms,
    money,
  }: { readonly stock: number; readonly terms: StockTerms; readonly money: UnitMoney },
): number {
  const { margin, leftover, fixedCost } = money;
  if (!(leftover > 0) || !(margin > 0)) return stock;
  const median = demandAt(spread, logUnits, 0.5);
  const most = breakEvenStock(median, money);
  if (most >= stock) return stock;
  const safer = orderableBelow(most, terms);
  if (safer === 0 || margin * safer < fixedCost) return stock;
  return stockValue(spread, logUnits, { stock: safer, money }) > fixedCost ? safer : stock;
}

/** Returns the largest stock that breaks even at a demand; one too small to earn the fixed cost, or 0, if none does. */
function breakEvenStock(demand: number, money: UnitMoney): number {
  const { margin, leftover, fixedCost, later } = money;
  const earned = (margin + leftover) * demand - fixedCost;
  if (!later) return earned / leftover;
  const after = laterMargin(money);
  const most = (earned + (after + leftover) * later.share * demand) / leftover;
  if (most >= (1 + later.share) * demand) return most;
  // Where later units cost more to hold than they bring, a stock may break even that does not serve them all.
  return after >= 0 ? 0 : demand + (margin * demand - fixedCost) / -after;
}

// Lowers a stock with which a loss is likelier than a profit. Where forecasts are wide, as in a short history, the stock
// with the highest expected profit waits for a rare success and loses money in most cases. A smaller one still earns.

import { demandAt } from './demand.ts';
import { profitOf, type Economy } from './economics.ts';
import { orderableBelow } from './first-stock.ts';
import type { UnitMoney } from './unit-money.ts';

interface Launched {
  /** log1p of the median units. */
  readonly logUnits: number;
  /** Money per unit sold, returns included. */
  readonly money: UnitMoney;
}

/**
 * Returns the stock, or the largest smaller one with which a profit is at least as likely as a loss and is expected. A
 * stock s breaks even at demand (fixed cost + leftover loss × s) / (margin + leftover loss), which may be the median at
 * most. The stock itself is returned where no smaller one does, and where money is not the objective or not known.
 */
export function saferStock(
  { objective, spread, terms, fixedStock }: Economy,
  { logUnits, money }: Launched,
  stock: number,
): number {
  const { margin, leftover, fixedCost } = money;
  if (objective !== 'profit' || fixedStock !== null || !(leftover > 0) || !(margin > 0))
    return stock;
  const median = demandAt(spread, logUnits, 0.5);
  const most = ((margin + leftover) * median - fixedCost) / leftover;
  const safer = orderableBelow(Math.min(stock, most), terms);
  const breaksEven = safer > 0 && margin * safer >= fixedCost;
  return breaksEven && profitOf({ spread }, logUnits, { money, stock: safer }) > 0 ? safer : stock;
}

// Profit of a launch with an initial stock. Demand D within the horizon is followed by r × D after it, which is served
// from what is left. With margins m within the horizon and m' after it, and the loss l of a unit never sold,
//   profit(S) = m E[min(D, S)] + m' (E[min((1 + r) D, S)] − E[min(D, S)]) − l (S − E[min((1 + r) D, S)]) − fixed cost.
// It is concave in the stock S because m ≥ m' ≥ −l.

import type { LaterSales, UnitMoney } from '../plan/unit-money.ts';
import { expectedSales, type DemandSpread } from './demand.ts';

type SoldMoney = Pick<UnitMoney, 'margin' | 'leftover' | 'later'>;

/** Money and stock of a launch. */
export interface Launched {
  readonly money: UnitMoney;
  /** Units of initial stock. */
  readonly stock: number;
}

/** Returns the margin of a unit sold after the horizon; one that would lose more than a leftover unit is cleared. */
export function laterMargin({ margin, leftover, later }: SoldMoney): number {
  return Math.max(margin - (later?.holding ?? 0), -leftover);
}

/** Returns the profit of one case, with `units` of demand within the horizon. */
export function profitAt(units: number, { money, stock }: Launched): number {
  const { margin, leftover, fixedCost, later } = money;
  const sold = Math.min(units, stock);
  if (!later) return margin * sold - leftover * (stock - sold) - fixedCost;
  const inAll = soldInAll(units, { later, stock });
  const ofLater = laterMargin(money) * (inAll - sold);
  return margin * sold + ofLater - leftover * (stock - inAll) - fixedCost;
}

/** Returns the units sold in one case, with those sold after the horizon. */
export function soldInAll(
  units: number,
  { later, stock }: { readonly later?: LaterSales | undefined; readonly stock: number },
): number {
  return Math.min((1 + (later?.share ?? 0)) * units, stock);
}

/** Returns the mean units sold within the horizon, and in all with what is sold later. */
export function expectedUnits(
  spread: DemandSpread,
  logUnits: number,
  { money: { later }, stock }: { readonly money: Pick<UnitMoney, 'later'>; readonly stock: number },
): { readonly sold: number; readonly inAll: number } {
  const sold = expectedSales(spread, logUnits, stock);
  if (!later) return { sold, inAll: sold };
  const times = 1 + later.share; // E[min(t D, S)] = t E[min(D, S / t)]
  return { sold, inAll: times * expectedSales(spread, logUnits, stock / times) };
}

/**
 * Returns the mean profit with a stock that can sell out or be left over, as `forecast` gives it.
 * @param logUnits forecast of log1p(units) within the horizon
 */
export function profitOf(
  { spread }: { readonly spread: DemandSpread },
  logUnits: number,
  { money, stock }: Launched,
): number {
  return stockProfit(spread, logUnits, { money, stock }) - money.fixedCost;
}

/** Returns the mean profit without fixed costs. */
export function stockProfit(
  spread: DemandSpread,
  logUnits: number,
  { money, stock }: { readonly money: SoldMoney; readonly stock: number },
): number {
  const { margin, leftover } = money;
  const { sold, inAll } = expectedUnits(spread, logUnits, { money, stock });
  if (!money.later) return margin * sold - leftover * (stock - sold);
  return margin * sold + laterMargin(money) * (inAll - sold) - leftover * (stock - inAll);
}

/** Returns the profit where all demand is met, without leftovers and fixed costs. */
export function profitOfDemand(units: number, money: SoldMoney): number {
  if (!money.later) return units * money.margin;
  return units * money.margin + money.later.share * units * laterMargin(money);
}

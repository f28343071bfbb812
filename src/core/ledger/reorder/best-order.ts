// Calculates what an order is worth. Today's order and the stock must last until next week's order could arrive. In
// that time a missing unit loses its margin. A surplus unit loses only if nobody buys it by the end. A stock level y is
// therefore worth m E[min(soon, y)] − l E[(y − rest)⁺], with soon ≤ rest. It is the newsvendor of the rest where no
// second order can follow.

import { demandPoints, type DemandSpread } from '#core/planning/economics/demand.ts';
import {
  orderableAbove,
  serviceLevel,
  type PieceMoney,
} from '#core/planning/economics/first-stock.ts';
import type { StockTerms } from '#core/planning/plan/stock-terms.ts';
import { mean } from '#core/base/statistics/statistics.ts';

/** log1p(units) still to come, and how uncertain they are. */
export interface DemandToCome {
  readonly logUnits: number;
  readonly spread: DemandSpread;
}

export interface OrderChoice {
  /** Demand until an order placed next week could arrive. */
  readonly soon: DemandToCome;
  /** Demand until the end. */
  readonly rest: DemandToCome;
  /** Units on hand or on their way. */
  readonly there: number;
}

export interface OrderTerms {
  readonly stock: StockTerms;
  readonly money: PieceMoney;
}

/** Returns the units to order, among the quantities that can be ordered, with the highest value; 0 is no order. */
export function bestOrder(choice: OrderChoice, { stock, money }: OrderTerms): number {
  const level = serviceLevel(money);
  if (level <= 0) return 0;
  const valueOf = orderValue(choice, level);
  // The value is concave in the stock; its corners lie at the points of both demands.
  const points = [choice.soon, choice.rest].flatMap((demand) => [...pointsOf(demand)]);
  const wanted = first(points, (point) => valueOf(point - choice.there)) - choice.there;
  const above = orderableAbove(wanted, stock);
  const below = above - Math.max(1, Math.floor(stock.packSize));
  const isBelowOrderable = below >= Math.max(1, stock.minimumOrder);
  return first(isBelowOrderable ? [0, below, above] : [0, above], valueOf);
}

/**
 * Returns a function from units ordered to the value of the order, in multiples of m + l per unit.
 * @param level m / (m + l), from `serviceLevel`: margin of a sold unit over margin plus loss of a leftover one
 */
export function orderValue(
  { soon, rest, there }: OrderChoice,
  level: number,
): (units: number) => number {
  const [asked, askedInAll] = [pointsOf(soon), pointsOf(rest)];
  return (units) => {
    const sold = mean(asked.map((point) => Math.min(point, there + units)));
    const left = mean(askedInAll.map((point) => Math.max(0, there + units - point)));
    return level * sold - (1 - level) * left;
  };
}

function pointsOf({ spread, logUnits }: DemandToCome): Float64Array {
  return demandPoints(spread, logUnits);
}

/** Returns the first of the values with the highest worth. */
function first(values: readonly number[], valueOf: (value: number) => number): number {
  let [best, highest] = [values[0]!, -Infinity];
  for (const value of values) {
    const worth = valueOf(value);
    if (worth > highest) [best, highest] = [value, worth];
  }
  return best;
}

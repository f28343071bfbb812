// Calculates what an order is worth. Today's order and the stock must last until next week's order could arrive. In
// that time a missing unit loses its margin. A surplus unit loses only if nobody buys it by the end. A stock level y is
// therefore worth m E[min(soon, y)] − l E[(y − rest)⁺], with soon ≤ rest. It is the newsvendor of the rest where no
// second order can follow.

import {
  orderableAbove,
  serviceLevel,
  type PieceMoney,
} from '#core/planning/economics/first-stock.ts';
import type { StockTerms } from '#core/planning/plan/stock-terms.ts';

/** Equally likely units of demand, ascending. */
export type DemandPoints = Float64Array;

export interface DemandToCome {
  /** Demand until an order placed next week could arrive. */
  readonly soon: DemandPoints;
  /** Demand until the end. */
  readonly rest: DemandPoints;
}

export interface OrderChoice extends DemandToCome {
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
  const wanted = bestLevel(choice, money) - choice.there;
  if (wanted <= 0) return 0;
  const above = orderableAbove(wanted, stock);
  const below = above - Math.max(1, Math.floor(stock.packSize));
  const isBelowOrderable = below >= Math.max(1, stock.minimumOrder);
  return first(isBelowOrderable ? [0, below, above] : [0, above], orderValue(choice, level));
}

/** Returns the stock level with the highest value (base stock), in units on hand or on their way; 0 where a unit loses money. */
export function bestLevel({ soon, rest }: DemandToCome, money: PieceMoney): number {
  const level = serviceLevel(money);
  if (level <= 0) return 0;
  // The value is concave in the stock; its corners lie at the points of both demands.
  return first([...soon, ...rest], orderValue({ soon, rest, there: 0 }, level));
}

/**
 * Returns a function from units ordered to the value of the order, in multiples of m + l per unit.
 * @param level m / (m + l), from `serviceLevel`: margin of a sold unit over margin plus loss of a leftover one
 */
export function orderValue(
  { soon, rest, there }: OrderChoice,
  level: number,
): (units: number) => number {
  return (units) => {
    const stock = there + units;
    let [sold, left] = [0, 0];
    for (const point of soon) sold += Math.min(point, stock);
    for (const point of rest) left += Math.max(0, stock - point);
    return (level * sold) / soon.length - ((1 - level) * left) / rest.length;
  };
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

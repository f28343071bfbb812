// What an order is worth. What is ordered today has to last, with what is there, until what is ordered next week could be there: a
// piece too few in that time loses its margin, a piece too many loses only if nobody buys it until the end. So a level y of stock
// is worth m E[min(soon, y)] − l E[(y − rest)⁺], soon ≤ rest: the newsvendor of the rest where no second order can follow.

import { demandPoints, type DemandSpread } from '../launch/demand.ts';
import {
  orderableAbove,
  serviceLevel,
  type PieceMoney,
  type StockTerms,
} from '../launch/first-stock.ts';
import { mean } from '../statistics.ts';

/** log1p(units) to come, and how far they may be off. */
export interface DemandToCome {
  readonly logUnits: number;
  readonly spread: DemandSpread;
}

export interface OrderChoice {
  /** Until what is ordered next week could be there. */
  readonly soon: DemandToCome;
  /** Until the end. */
  readonly rest: DemandToCome;
  /** Pieces there or on their way. */
  readonly there: number;
}

export interface OrderTerms {
  readonly stock: StockTerms;
  readonly money: PieceMoney;
}

/** The pieces to order, of those that can be, that are worth most; 0 is none. */
export function bestOrder(choice: OrderChoice, { stock, money }: OrderTerms): number {
  const level = serviceLevel(money);
  if (level <= 0) return 0;
  const valueOf = orderValue(choice, level);
  // The value is concave over the stock, with its corners at the points of both demands.
  const points = [choice.soon, choice.rest].flatMap((demand) => [...pointsOf(demand)]);
  const wanted = first(points, (point) => valueOf(point - choice.there)) - choice.there;
  const above = orderableAbove(wanted, stock);
  const below = above - Math.max(1, Math.floor(stock.packSize));
  const isBelowOrderable = below >= Math.max(1, stock.minimumOrder);
  return first(isBelowOrderable ? [0, below, above] : [0, above], valueOf);
}

/** By pieces ordered, in shares of what a piece too few and a piece too many lose together. */
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

/** The first of those with the highest value. */
function first(values: readonly number[], valueOf: (value: number) => number): number {
  let [best, highest] = [values[0]!, -Infinity];
  for (const value of values) {
    const worth = valueOf(value);
    if (worth > highest) [best, highest] = [value, worth];
  }
  return best;
}

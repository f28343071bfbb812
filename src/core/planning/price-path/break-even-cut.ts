// Whether a lower price can still pay for a product on sale. With demand D to come, stock S, margin m, leftover loss l and
// revenue p per unit, a cut by d with r times the demand earns (m − d p) E[min(r D, S)] − l (S − E[min(r D, S)]). It breaks
// even where that equals the profit at today's price, r = 1 and d = 0.

import { mean } from '#core/base/statistics/statistics.ts';

export interface RunningStock {
  /** Equally likely units of demand to come at today's price. */
  readonly demand: Float64Array;
  readonly stock: number;
  /** Money per unit: of a sold one, of a leftover one, and what buyers pay without VAT. */
  readonly money: { readonly margin: number; readonly leftover: number; readonly revenue: number };
}

export interface BreakEven {
  /** Mean units left over at today's price. */
  readonly leftoverUnits: number;
  /** Least demand that makes the cut pay, as a multiple of today's; null where no demand does. */
  readonly demandFactor: number | null;
}

const MOST_FACTOR = 50;
const STEPS = 60;

/** Returns the least rise in demand at which a cut pays. @param depth share of the price that is taken off, 0–1 */
export function breakEvenCut({ demand, stock, money }: RunningStock, depth: number): BreakEven {
  const soldAt = (factor: number): number =>
    mean(demand.map((units) => Math.min(stock, factor * units)));
  const profitAt = (margin: number, sold: number): number =>
    margin * sold - money.leftover * (stock - sold);
  const held = soldAt(1);
  const leftoverUnits = stock - held;
  const least = profitAt(money.margin, held);
  const pays = (factor: number): boolean =>
    profitAt(money.margin - depth * money.revenue, soldAt(factor)) >= least;
  if (!(leftoverUnits > 0) || !pays(MOST_FACTOR)) return { leftoverUnits, demandFactor: null };
  let [low, high] = [1, MOST_FACTOR];
  for (let step = 0; step < STEPS; step++) {
    const middle = (low + high) / 2;
    if (pays(middle)) high = middle;
    else low = middle;
  }
  return { leftoverUnits, demandFactor: high };
}

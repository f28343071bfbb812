// Distribution of demand: the forecast of log1p(units) shifted by past residuals, thinned to equally likely points. It
// gives the best initial stock (newsvendor quantile: Arrow, Harris, Marschak 1951) and the sales from a stock.

import { residualAt, type Residuals } from '#core/model/blend/conformal-ranges.ts';

/** Number of equally likely residuals; enough to show the 5% and 10% quantiles. */
const POINTS = 100;

/** How far demand may deviate from its forecast; the same for every product and action of a model. */
export interface DemandSpread {
  /** Ascending factors on 1 + units, equally likely. */
  readonly factors: Float64Array;
  /** sums[i] is the sum of the first i factors. */
  readonly sums: Float64Array;
}

/** Reduces residuals of log1p(units) to equally likely factors on 1 + units. */
export function demandSpread(residuals: Residuals): DemandSpread {
  return spreadOfFactors(
    Float64Array.from({ length: POINTS }, (_, i) =>
      Math.exp(residualAt(residuals, (i + 0.5) / POINTS)),
    ),
  );
}

/** Returns the spread of as many factors on 1 + units as `demandSpread` gives, ascending. */
export function spreadOfFactors(factors: Float64Array): DemandSpread {
  const sums = new Float64Array(POINTS + 1);
  factors.forEach((factor, i) => (sums[i + 1] = sums[i]! + factor));
  return { factors, sums };
}

/**
 * Returns the quantile of demand in units for a fraction of cases, 0–1.
 * @param logUnits forecast of log1p(units), as in all functions here
 */
export function demandAt({ factors }: DemandSpread, logUnits: number, fraction: number): number {
  const point = Math.min(POINTS - 1, Math.max(0, Math.ceil(fraction * POINTS) - 1));
  return Math.max(0, Math.exp(logUnits) * factors[point]! - 1);
}

/** Returns the mean units sold from a stock: E[min(demand, stock)]. */
export function expectedSales(spread: DemandSpread, logUnits: number, stock: number): number {
  const { factors, sums } = spread;
  const middle = Math.exp(logUnits);
  const none = pointsBelow(factors, 1 / middle); // those would be below zero
  const part = pointsBelow(factors, (1 + stock) / middle);
  const soldInPart = middle * (sums[part]! - sums[none]!) - (part - none);
  return (soldInPart + (POINTS - part) * stock) / POINTS;
}

/** Returns the mean units sold if the stock never runs out. */
export function expectedDemand({ factors, sums }: DemandSpread, logUnits: number): number {
  const middle = Math.exp(logUnits);
  const none = pointsBelow(factors, 1 / middle);
  return (middle * (sums[POINTS]! - sums[none]!) - (POINTS - none)) / POINTS;
}

/** Returns the share of cases, 0–1, in which demand is at least this many units. */
export function oddsOfDemand({ factors }: DemandSpread, logUnits: number, units: number): number {
  if (units <= 0) return 1;
  return 1 - pointsBelow(factors, (1 + units) / Math.exp(logUnits)) / POINTS;
}

/** Returns equally likely units of demand, ascending, as many as the spread has factors. */
export function demandPoints({ factors }: DemandSpread, logUnits: number): Float64Array {
  const middle = Math.exp(logUnits);
  return factors.map((factor) => Math.max(0, middle * factor - 1));
}

/** Returns how many factors are lower than the value. */
function pointsBelow(factors: Float64Array, value: number): number {
  let [low, high] = [0, factors.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (factors[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

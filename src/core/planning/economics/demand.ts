// Distribution of demand: the forecast of log1p(units) shifted by past residuals, thinned to equally likely points. It
// gives the best initial stock (newsvendor quantile: Arrow, Harris, Marschak 1951) and the sales from a stock.

import { residualAt, type Residuals } from '#core/model/blend/conformal-ranges.ts';
import { logWidthAt, type RangeWidth } from '#core/model/blend/range-width.ts';

/** Number of equally likely residuals; enough to show the 5% and 10% quantiles. */
const POINTS = 100;

/** Steps of the log width at which factors are worked out: half a percent. */
const WIDTH_STEP = 0.005;

interface Factors {
  /** Ascending factors on 1 + units, equally likely. */
  readonly factors: Float64Array;
  /** sums[i] is the sum of the first i factors. */
  readonly sums: Float64Array;
}

/**
 * How far demand may deviate from its forecast; the same for every product and action of a model. The factors are those of
 * forecasts whose ranges have the width 1.
 */
export interface DemandSpread extends Factors {
  /** Absent where all ranges are as wide. */
  readonly rangeWidth?: RangeWidth;
}

/** Reduces residuals of log1p(units) to equally likely factors on 1 + units. */
export function demandSpread(residuals: Residuals, rangeWidth?: RangeWidth): DemandSpread {
  const factors = Float64Array.from({ length: POINTS }, (_, i) =>
    Math.exp(residualAt(residuals, (i + 0.5) / POINTS)),
  );
  return spreadOfFactors(factors, rangeWidth);
}

/** Returns the spread of as many factors on 1 + units as `demandSpread` gives, ascending. */
export function spreadOfFactors(factors: Float64Array, rangeWidth?: RangeWidth): DemandSpread {
  return { ...summed(factors), ...(rangeWidth && { rangeWidth }) };
}

function summed(factors: Float64Array): Factors {
  const sums = new Float64Array(POINTS + 1);
  factors.forEach((factor, i) => (sums[i + 1] = sums[i]! + factor));
  return { factors, sums };
}

/** Factors by step of the width. Plans ask millions of times. */
const knownFactors = new WeakMap<DemandSpread, Map<number, Factors>>();

/** Returns the factors of a forecast. */
function factorsAt(spread: DemandSpread, logUnits: number): Factors {
  if (!spread.rangeWidth) return spread;
  let known = knownFactors.get(spread);
  if (!known) knownFactors.set(spread, (known = new Map<number, Factors>()));
  const step = Math.round(logWidthAt(spread.rangeWidth, logUnits) / WIDTH_STEP);
  let own = known.get(step);
  if (!own) {
    const width = Math.exp(step * WIDTH_STEP);
    known.set(step, (own = summed(spread.factors.map((factor) => factor ** width))));
  }
  return own;
}

/**
 * Returns the quantile of demand in units for a fraction of cases, 0–1.
 * @param logUnits forecast of log1p(units), as in all functions here
 */
export function demandAt(spread: DemandSpread, logUnits: number, fraction: number): number {
  const { factors } = factorsAt(spread, logUnits);
  const point = Math.min(POINTS - 1, Math.max(0, Math.ceil(fraction * POINTS) - 1));
  return Math.max(0, Math.exp(logUnits) * factors[point]! - 1);
}

/** Returns the mean units sold from a stock: E[min(demand, stock)]. */
export function expectedSales(spread: DemandSpread, logUnits: number, stock: number): number {
  const { factors, sums } = factorsAt(spread, logUnits);
  const middle = Math.exp(logUnits);
  const none = pointsBelow(factors, 1 / middle); // those would be below zero
  const part = pointsBelow(factors, (1 + stock) / middle);
  const soldInPart = middle * (sums[part]! - sums[none]!) - (part - none);
  return (soldInPart + (POINTS - part) * stock) / POINTS;
}

/** Returns the mean units sold if the stock never runs out. */
export function expectedDemand(spread: DemandSpread, logUnits: number): number {
  const { factors, sums } = factorsAt(spread, logUnits);
  const middle = Math.exp(logUnits);
  const none = pointsBelow(factors, 1 / middle);
  return (middle * (sums[POINTS]! - sums[none]!) - (POINTS - none)) / POINTS;
}

/** Returns the share of cases, 0–1, in which demand is at least this many units. */
export function oddsOfDemand(spread: DemandSpread, logUnits: number, units: number): number {
  if (units <= 0) return 1;
  const { factors } = factorsAt(spread, logUnits);
  return 1 - pointsBelow(factors, (1 + units) / Math.exp(logUnits)) / POINTS;
}

/** Returns equally likely units of demand, ascending, as many as the spread has factors. */
export function demandPoints(spread: DemandSpread, logUnits: number): Float64Array {
  const { factors } = factorsAt(spread, logUnits);
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

// Split conformal prediction on the log scale (Vovk; Papadopoulos et al. 2002). The range of a forecast is the forecast
// shifted by quantiles of residuals, times the width of ranges at this forecast. Residuals are log1p(actual) −
// log1p(predicted), over their width, on launches that the model was not fitted to.

import { quantileOfSorted } from '#core/base/statistics/statistics.ts';
import {
  FEWEST_KNOWN,
  fitCensoredNormal,
  quantileAbove,
} from '#core/base/statistics/censored-normal.ts';
import { widthAt, type RangeWidth } from './range-width.ts';

/** Sorted residuals on the log1p scale, over the width of ranges at their forecasts. */
export type Residuals = Float64Array;

/** What ranges are drawn from. */
export interface RangeBasis {
  readonly residuals: Residuals;
  /** Absent where all ranges are as wide. */
  readonly rangeWidth?: RangeWidth | undefined;
}

/** Predictions of some launches and their residuals, in one order. */
export interface LoggedError {
  readonly predictedLog: Float64Array;
  readonly residuals: Float64Array;
}

/**
 * Returns the predictions and log1p residuals of some launches.
 * @param soldOut whether a launch sold out (censored): its residual is a lower bound
 */
export function residualsOf(
  actualUnits: ArrayLike<number>,
  predictedLog: ArrayLike<number>,
  soldOut: readonly boolean[] = [],
): LoggedError {
  const known = Array.from(actualUnits, (actual, i) => Math.log1p(actual) - predictedLog[i]!);
  return {
    predictedLog: Float64Array.from(predictedLog),
    residuals: spreadToTheRight(known, soldOut),
  };
}

/** Returns the residuals of `residualsOf`, sorted. */
export function fitResiduals(...given: Parameters<typeof residualsOf>): Residuals {
  return residualsOf(...given).residuals.sort();
}

/**
 * Replaces each censored residual by one of the residuals above it, in turn. Together they follow the distribution that
 * Kaplan and Meier (1958) estimate: Efron's redistribution to the right (1967). Where too few known residuals lie above,
 * quantiles of a normal tail replace it.
 */
function spreadToTheRight(values: readonly number[], atLeast: readonly boolean[]): Float64Array {
  const known = (i: number): number => (atLeast[i] ? 0 : 1);
  const order = [...values.keys()].sort((a, b) => values[b]! - values[a]! || known(a) - known(b));
  const spread = Float64Array.from(values);
  const above: number[] = []; // from the largest down
  const knownCount = values.filter((_, i) => !atLeast[i]).length;
  const isTailFitted = knownCount >= FEWEST_KNOWN && knownCount < values.length;
  const tail = isTailFitted ? fitCensoredNormal(values, atLeast) : null;
  let turns = 0;
  let knownAbove = 0;
  const next = () => (0.5 + turns++ * GOLDEN_SECTION) % 1;
  for (const i of order) {
    if (!atLeast[i]) knownAbove++;
    else if (tail && knownAbove < FEWEST_KNOWN) spread[i] = quantileAbove(values[i]!, next(), tail);
    else if (above.length > 0) spread[i] = above[Math.floor(next() * above.length)]!;
    above.push(spread[i]!);
    if (atLeast[i]) above.sort((a, b) => b - a);
  }
  return spread;
}

const GOLDEN_SECTION = (Math.sqrt(5) - 1) / 2;

/**
 * Returns the residual, on the log1p scale, that the given fraction of future launches stays below. With n residuals
 * the level is taken at fraction × (n + 1) of n, because the future launch is the (n + 1)-th (Lei et al. 2018). This
 * widens ranges where residuals are few.
 */
export function residualAt(residuals: Residuals, fraction: number): number {
  const n = residuals.length;
  const rank = fraction * (n + 1) - 1; // zero-based
  return quantileOfSorted(residuals, n > 1 ? rank / (n - 1) : 0);
}

/** Returns the error of a forecast, log1p(units), that the given fraction of future launches stays below. */
export function errorAt(
  { residuals, rangeWidth }: RangeBasis,
  predictedLog: number,
  fraction: number,
): number {
  return residualAt(residuals, fraction) * widthAt(rangeWidth, predictedLog);
}

/** Returns the ends of the range that the given fraction of future launches stays inside, as many below as above it. */
export function centralRange(
  residuals: Residuals,
  fraction: number,
): readonly [low: number, high: number] {
  const tail = (1 - fraction) / 2;
  return [residualAt(residuals, tail), residualAt(residuals, 1 - tail)];
}

/** Quantiles stored for the ranges of a forecast. */
export const RANGE_QUANTILES = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95] as const;

/**
 * Returns the coverage: the share of outcomes inside the central range of the given fraction. A sold-out launch below
 * the range counts as inside.
 */
export function coverage(
  actualUnits: ArrayLike<number>,
  predictedLog: ArrayLike<number>,
  options: RangeBasis & {
    readonly promisedFraction: number;
    readonly soldOut?: readonly boolean[];
  },
): number {
  const [low, high] = centralRange(options.residuals, options.promisedFraction);
  const inside = Array.from(actualUnits).filter((actual, i) => {
    const width = widthAt(options.rangeWidth, predictedLog[i]!);
    const residual = (Math.log1p(actual) - predictedLog[i]!) / width;
    return (residual >= low || options.soldOut?.[i] === true) && residual <= high;
  });
  return inside.length / actualUnits.length;
}

// Split conformal prediction on the log scale (Vovk; Papadopoulos et al. 2002). The range of a forecast is the forecast
// shifted by quantiles of residuals. Residuals are log1p(actual) − log1p(predicted), on launches that the model was not
// fitted to.

import { quantile, quantileOfSorted, sum } from '../statistics.ts';

/** Sorted residuals on the log1p scale. */
export type Residuals = Float64Array;

/** Predictions of some launches and their residuals, in one order. */
export interface Missed {
  readonly predictedLog: Float64Array;
  readonly residuals: Float64Array;
}

/**
 * Returns the predictions and log1p residuals of some launches.
 * @param soldOut whether a launch sold out (censored): its residual is a lower bound
 */
export function missedBy(
  actualUnits: ArrayLike<number>,
  predictedLog: ArrayLike<number>,
  soldOut: readonly boolean[] = [],
): Missed {
  const known = Array.from(actualUnits, (actual, i) => Math.log1p(actual) - predictedLog[i]!);
  return {
    predictedLog: Float64Array.from(predictedLog),
    residuals: spreadToTheRight(known, soldOut),
  };
}

/** Returns the residuals of `missedBy`, sorted. */
export function fitResiduals(...given: Parameters<typeof missedBy>): Residuals {
  return missedBy(...given).residuals.sort();
}

/** Quantile of predicted units at which weights are capped; otherwise a handful of launches would decide alone. */
const LARGEST = 0.9;

/**
 * Returns as many equally likely residuals as there are launches: quantiles of the residuals, weighted by predicted
 * units up to a cap (`LARGEST`). Profit and loss are per unit, so large launches matter more. Large forecasts also have
 * smaller upward errors.
 */
export function residualsBySize(missed: readonly Missed[]): Residuals {
  const sizes = missed.flatMap(({ predictedLog }) => Array.from(predictedLog, Math.exp));
  const residuals = missed.flatMap((part) => [...part.residuals]);
  const most = quantile(sizes, LARGEST);
  const order = [...sizes.keys()].sort((a, b) => residuals[a]! - residuals[b]!);
  const weights = order.map((i) => Math.min(most, sizes[i]!));
  const ascending = order.map((i) => residuals[i]!);
  return equallyLikely(ascending, weights);
}

/**
 * Resamples weighted values at equal steps. Each value stands at the middle of its weight; values between are
 * interpolated.
 */
function equallyLikely(ascending: readonly number[], weights: readonly number[]): Residuals {
  const step = sum(weights) / ascending.length;
  const middles: number[] = [];
  weights.reduce((below, weight) => {
    middles.push(below + weight / 2);
    return below + weight;
  }, 0);
  let at = 0;
  return Float64Array.from(ascending, (_, i) => {
    const wanted = (i + 0.5) * step;
    while (at + 2 < middles.length && middles[at + 1]! <= wanted) at++;
    const [left, right] = [middles[at]!, middles[at + 1] ?? Infinity];
    const share = Math.min(1, Math.max(0, (wanted - left) / (right - left)));
    return ascending[at]! + share * ((ascending[at + 1] ?? 0) - ascending[at]!);
  });
}

/**
 * Replaces each censored residual by one of the residuals above it, in turn. Together they follow the distribution that
 * Kaplan and Meier (1958) estimate: Efron's redistribution to the right (1967).
 */
function spreadToTheRight(values: readonly number[], atLeast: readonly boolean[]): Float64Array {
  const known = (i: number): number => (atLeast[i] ? 0 : 1);
  const order = [...values.keys()].sort((a, b) => values[b]! - values[a]! || known(a) - known(b));
  const spread = Float64Array.from(values);
  const above: number[] = []; // from the largest down
  let turns = 0;
  for (const i of order) {
    if (atLeast[i] && above.length > 0) {
      const turn = (0.5 + turns++ * GOLDEN_SECTION) % 1;
      spread[i] = above[Math.floor(turn * above.length)]!;
    }
    above.push(spread[i]!);
    if (atLeast[i]) above.sort((a, b) => b - a);
  }
  return spread;
}

const GOLDEN_SECTION = (Math.sqrt(5) - 1) / 2;

/**
 * Returns the residual that the given fraction of future launches stays below. With n residuals the level is taken at
 * fraction × (n + 1) of n, because the future launch is the (n + 1)-th. This widens ranges where residuals are few.
 */
export function residualAt(residuals: Residuals, fraction: number): number {
  const n = residuals.length;
  const rank = fraction * (n + 1) - 1; // zero-based
  return quantileOfSorted(residuals, n > 1 ? rank / (n - 1) : 0);
}

/** Quantiles stored for the ranges of a forecast. */
export const RANGE_QUANTILES = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95] as const;

/** Standard errors that a share must differ from one half to count as more than chance. */
const SURE_ERRORS = 3;

/**
 * Returns by how much the newest launches as a whole exceed the forecasts, on the log1p scale; negative where they sold
 * less. It is 0 unless the deviation is clear: unless the share of residuals on one side differs from one half by more
 * than chance. The result is half the median residual, because a model that is fitted again on those launches has
 * learnt part of the change.
 */
export function levelShift(residuals: Residuals): number {
  const middle = residualAt(residuals, 0.5);
  const above = residuals.filter((residual) => residual > 0).length;
  const chance = (SURE_ERRORS * Math.sqrt(residuals.length)) / 2;
  return Math.abs(above - residuals.length / 2) > chance ? middle / 2 : 0;
}

/**
 * Returns the coverage: the share of outcomes inside the central range of the given fraction. A sold-out launch below
 * the range counts as inside.
 */
export function coverage(
  actualUnits: ArrayLike<number>,
  predictedLog: ArrayLike<number>,
  options: {
    readonly residuals: Residuals;
    readonly promisedFraction: number;
    readonly soldOut?: readonly boolean[];
  },
): number {
  const tail = (1 - options.promisedFraction) / 2;
  const low = residualAt(options.residuals, tail);
  const high = residualAt(options.residuals, 1 - tail);
  const inside = Array.from(actualUnits).filter((actual, i) => {
    const residual = Math.log1p(actual) - predictedLog[i]!;
    return (residual >= low || options.soldOut?.[i] === true) && residual <= high;
  });
  return inside.length / actualUnits.length;
}

// Split conformal prediction on the log scale: the range of a forecast is the forecast shifted by quantiles of the residuals
// log1p(actual) − log1p(predicted) on launches that the model was not fitted to (Vovk; Papadopoulos et al. 2002).

import { quantile, quantileOfSorted, sum } from '../statistics.ts';

/** Sorted residuals on the log1p scale. */
export type Residuals = Float64Array;

/** What was predicted of some launches and how far that missed, in their order. */
export interface Missed {
  readonly predictedLog: Float64Array;
  readonly residuals: Float64Array;
}

/** @param soldOut launches that could have sold more: their residuals are at least what they seem */
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

export function fitResiduals(...given: Parameters<typeof missedBy>): Residuals {
  return missedBy(...given).residuals.sort();
}

/** Beyond this share of the launches by size, the few largest count no more: a handful would decide alone. */
const LARGEST = 0.9;

/**
 * As many residuals as there are launches, equally likely, among which a launch counts by the units predicted of it. Pieces too many or
 * too few are paid by the piece, so that what happens to large launches matters more; large forecasts also miss less upwards.
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

/** Each value stands in the middle of its weight; between two of them it is interpolated. */
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
 * A residual that is only known to be at least so large takes the value of one of those above it, each its turn, so that all of
 * them together have the distribution that Kaplan and Meier (1958) estimate: Efron's redistribution to the right (1967).
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
 * The residual that a share of future launches stays below. With n residuals the (n + 1)-th comes from the future, so
 * a level is taken at fraction × (n + 1) of n, which widens ranges where there are few.
 */
export function residualAt(residuals: Residuals, fraction: number): number {
  const n = residuals.length;
  const rank = fraction * (n + 1) - 1; // zero-based
  return quantileOfSorted(residuals, n > 1 ? rank / (n - 1) : 0);
}

/** The quantiles that say what a forecast's ranges are. */
export const RANGE_QUANTILES = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95] as const;

/** A share of this many standard errors away from a half is more than chance. */
const SURE_ERRORS = 3;

/**
 * How much more (or less) than predicted recent launches did, on the log scale, all of them together: the median residual where
 * clearly more than half lie on its side, else 0. A shop that grew or lost is predicted nearer to its newest level: half-way,
 * because a model that is fitted again on those launches has learnt a part of it.
 */
export function levelShift(residuals: Residuals): number {
  const middle = residualAt(residuals, 0.5);
  const above = residuals.filter((residual) => residual > 0).length;
  const chance = (SURE_ERRORS * Math.sqrt(residuals.length)) / 2;
  return Math.abs(above - residuals.length / 2) > chance ? middle / 2 : 0;
}

/** Share of outcomes inside the central range of a promised fraction. */
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

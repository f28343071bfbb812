// Split conformal prediction on the log scale: the range of a forecast is the forecast shifted by quantiles of the residuals
// log1p(actual) − log1p(predicted) on launches that the model was not fitted to (Vovk; Papadopoulos et al. 2002).

import type { OutcomeRange } from '../launch/launch-plan.ts';
import { quantileOfSorted } from '../statistics.ts';

/** Sorted residuals on the log1p scale. */
export type Residuals = Float64Array;

/** @param soldOut launches that could have sold more: their residuals are at least what they seem */
export function fitResiduals(
  actualUnits: ArrayLike<number>,
  predictedLog: ArrayLike<number>,
  soldOut: readonly boolean[] = [],
): Residuals {
  const known = Array.from(actualUnits, (actual, i) => Math.log1p(actual) - predictedLog[i]!);
  return spreadToTheRight(known, soldOut);
}

/**
 * A residual that is only known to be at least so large takes the value of one of those above it, each its turn, so that all of
 * them together have the distribution that Kaplan and Meier (1958) estimate: Efron's redistribution to the right (1967).
 */
function spreadToTheRight(values: readonly number[], atLeast: readonly boolean[]): Residuals {
  const known = (i: number): number => (atLeast[i] ? 0 : 1);
  const order = [...values.keys()].sort((a, b) => values[b]! - values[a]! || known(a) - known(b));
  const above: number[] = []; // from the largest down
  let turns = 0;
  for (const i of order) {
    if (!atLeast[i] || above.length === 0) {
      above.push(values[i]!);
      continue;
    }
    const turn = (0.5 + turns++ * GOLDEN_SECTION) % 1;
    above.push(above[Math.floor(turn * above.length)]!);
    above.sort((a, b) => b - a);
  }
  return Float64Array.from(above).sort();
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

/** Units around a forecast of log1p(units). The forecast itself always lies inside. */
export function unitsRange(predictedLog: number, residuals: Residuals): OutcomeRange {
  const at = (fraction: number): number =>
    Math.max(0, Math.expm1(predictedLog + residualAt(residuals, fraction)));
  const expected = Math.max(0, Math.expm1(predictedLog));
  return {
    expected,
    low80: Math.min(expected, at(0.1)),
    low50: Math.min(expected, at(0.25)),
    high50: Math.max(expected, at(0.75)),
    high80: Math.max(expected, at(0.9)),
  };
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

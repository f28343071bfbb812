import { errorAt } from '#core/model/blend/conformal-ranges.ts';
import { asCensored } from '#core/model/outcomes/censored-demand.ts';
import type { Holdout } from './holdout.ts';

/** A launch of the test set with its forecast. */
export interface LargeError {
  /** Index in the test set. */
  readonly row: number;
  readonly expectedUnits: number;
  /** Ends of the 80% range. */
  readonly low80: number;
  readonly high80: number;
  readonly actualUnits: number;
}

/**
 * Returns the launches with the largest errors in units, largest first. A sold-out launch has only the error of what
 * it sold beyond its forecast.
 */
export function largestErrors(holdout: Holdout, count: number): LargeError[] {
  const { actualUnits, soldOut, predictedLog } = holdout;
  const expected = asCensored(holdout.expectedUnits.debut!, actualUnits, soldOut);
  const bound = (row: number, fraction: number) => {
    const log = predictedLog[row]!;
    return Math.max(0, Math.expm1(log + errorAt(holdout, log, fraction)));
  };
  return [...expected.keys()]
    .sort((a, b) => errorOf(b) - errorOf(a) || a - b)
    .slice(0, count)
    .map((row) => ({
      row,
      expectedUnits: holdout.expectedUnits.debut![row]!,
      low80: bound(row, 0.1),
      high80: bound(row, 0.9),
      actualUnits: actualUnits[row]!,
    }));

  function errorOf(row: number): number {
    return Math.abs(expected[row]! - actualUnits[row]!);
  }
}

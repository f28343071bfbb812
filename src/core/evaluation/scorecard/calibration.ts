import { coverage } from '#core/model/blend/conformal-ranges.ts';
import { EIGHT_IN_TEN, wilsonInterval } from '#core/base/statistics/wilson.ts';
import type { Holdout } from './holdout.ts';

/** Coverage of prediction intervals with one promised coverage. */
export interface CalibrationPoint {
  readonly promised: number;
  readonly reached: number;
  /** Ends of the 80% interval of the true coverage (Wilson). */
  readonly low: number;
  readonly high: number;
}

const PROMISES = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95] as const;

/** Returns the coverage on the test set of intervals with each promised coverage, lowest first. */
export function calibration(holdout: Holdout): CalibrationPoint[] {
  const { actualUnits, predictedLog, residuals, rangeWidth, soldOut, count } = holdout;
  return PROMISES.map((promised) => {
    const reached = coverage(actualUnits, predictedLog, {
      ...{ residuals, rangeWidth },
      promisedFraction: promised,
      soldOut,
    });
    const [low, high] = wilsonInterval(reached, count, EIGHT_IN_TEN);
    return { promised, reached, low, high };
  });
}

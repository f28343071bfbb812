// How wide ranges are at a forecast, compared with those at a middle one (normalised conformal prediction: Papadopoulos,
// Gammerman, Vovk 2008; Lei et al. 2018, section 5.2). Large launches are often forecast more closely than small ones, by
// their share: with one width for all, their ranges would hold too often and those of small ones too seldom.

import {
  mean,
  normalSpread,
  OUTLIER_DEVIATIONS,
  quantile,
  standardDeviation,
} from '#core/base/statistics/statistics.ts';

export interface RangeWidth {
  /** Forecast, log1p(units), at which the width is 1. */
  readonly middle: number;
  /** Change of the log width by log1p(units) of the forecast, below 0. */
  readonly slope: number;
  /** Largest forecast whose error is known, log1p(units). Plans go beyond; their ranges do not narrow further. */
  readonly largest: number;
}

/** Largest width; the smallest is its inverse. */
const WIDEST = 2;
/** Variances that the square of the slope must exceed to be believed at all, as with the level. */
const DOUBTED_VARIANCES = 2;
/**
 * Most that the largest errors fall, at a width of 1, where the forecast rises by one. As widths are at most 2, a higher
 * forecast has no lower upper end, and more units are expected of it.
 */
const LARGEST_FALL = 0.5;
/** Quantile of the largest errors: that of the last of 100 equally likely points. */
const LARGEST = 0.995;
/** Forecasts and errors that differ by less are taken for equal. */
const LEAST_SPREAD = 1e-6;
const STEPS = 50;
const LARGEST_STEP = 0.3;

/** Returns the width of ranges at a forecast, log1p(units); 1 without a width that changes. */
export function widthAt(width: RangeWidth | undefined, log: number): number {
  return width ? Math.exp(logWidthAt(width, log)) : 1;
}

/** Returns the log of `widthAt`. */
export function logWidthAt({ middle, slope, largest }: RangeWidth, log: number): number {
  const most = Math.log(WIDEST);
  return Math.max(-most, Math.min(most, slope * (Math.min(log, largest) - middle)));
}

/**
 * Fits the width to errors around their median. Their size has a Laplace distribution whose log scale is linear in the
 * forecast. The slope is shrunk towards 0 by what chance explains (after James and Stein 1961): plans choose the largest
 * forecasts, whose ranges must not be narrow by chance. Ranges of larger launches are never wider: what is lost by too
 * wide a range is units, and grows with them.
 * @param logs forecasts, log1p(units)
 * @param errors errors of these forecasts on the same scale, around 0
 * @returns undefined where ranges of larger launches would not be narrower
 */
export function fitRangeWidth(
  logs: readonly number[],
  errors: readonly number[],
): RangeWidth | undefined {
  const spread = standardDeviation(logs);
  const most = OUTLIER_DEVIATIONS * normalSpread(errors);
  if (!(spread > LEAST_SPREAD) || !(most > LEAST_SPREAD)) return undefined;
  const middle = mean(logs);
  const apart = logs.map((log) => (log - middle) / spread);
  const sizes = errors.map((error) => Math.min(most, Math.abs(error)));
  const fitted = slopeOf(apart, sizes);
  // The variance of the slope of the log scale of exponential sizes is 1 / Σ x².
  const shown = 1 - DOUBTED_VARIANCES / (logs.length * fitted ** 2);
  if (!(fitted < 0 && shown > 0)) return undefined;
  const steepest = LARGEST_FALL / Math.max(LEAST_SPREAD, quantile(errors, LARGEST));
  const slope = Math.max(-steepest, (shown * fitted) / spread);
  return { middle, slope, largest: Math.max(...logs) };
}

/** Newton's method on Σ (a + b x + size / e^(a + b x)), which is convex. */
function slopeOf(apart: readonly number[], sizes: readonly number[]): number {
  let a = Math.log(mean(sizes));
  let b = 0;
  for (let step = 0; step < STEPS; step++) {
    let [g0, g1] = [0, 0];
    let [h00, h01, h11] = [0, 0, 0];
    apart.forEach((x, i) => {
      const size = sizes[i]! * Math.exp(-(a + b * x));
      g0 += 1 - size;
      g1 += x * (1 - size);
      h00 += size;
      h01 += x * size;
      h11 += x * x * size;
    });
    const determinant = h00 * h11 - h01 * h01;
    const [moveA, moveB] = [
      limited((h11 * g0 - h01 * g1) / determinant),
      limited((h00 * g1 - h01 * g0) / determinant),
    ];
    a -= moveA;
    b -= moveB;
    if (Math.abs(moveA) + Math.abs(moveB) < 1e-10) break;
  }
  return b;
}

function limited(step: number): number {
  return Math.max(-LARGEST_STEP, Math.min(LARGEST_STEP, step));
}

// Learns from unseen launches by how much forecasts are off: the level by which they are all off, and the residuals
// around it. Each backtest origin forecasts the launches after it, as the final model forecasts the next ones, so its
// errors are a sample of the errors to come. Ranges that are tested and ranges that are shown are made here.

import {
  effectiveSize,
  mean,
  median,
  quantile,
  quantileOfSorted,
  standardDeviation,
  sum,
} from '#core/base/statistics/statistics.ts';
import {
  centralRange,
  type LoggedError,
  type RangeBasis,
  type Residuals,
} from './conformal-ranges.ts';
import { fitRangeWidth, widthAt, type RangeWidth } from './range-width.ts';

/** Residuals are those of forecasts with the level, equally likely. */
export interface ForecastErrors extends RangeBasis {
  /** What to add to forecasts, on the log1p scale. */
  readonly level: number;
}

/** Unseen launches from which newer ones count more and ranges may widen; fewer are all needed as they are. */
const MANY_LAUNCHES = 300;
/** Weight of an origin's launches relative to those of the next origin. */
const OLDER_WEIGHT = 0.5;
/** Largest factor on the ranges. */
const WIDEST = 1.3;
/** Coverage that ranges of earlier launches must have had on later ones. */
const COVERED = 0.8;
/** Variance of a median of normal values, times their number, over their variance. */
const MEDIAN_VARIANCE = Math.PI / 2;
/** Variances that the square of the level must exceed to be believed at all. */
const DOUBTED_VARIANCES = 2;
/**
 * Share of the level that is expected to last: the final model learns the launches that showed it, too. Half is a hedge.
 * On windows of six real tables the level went on where units grew, and passed where a season had ended.
 */
export const LASTING = 0.5;
/** Quantile of predicted units at which weights are capped; otherwise a handful of launches would decide alone. */
const LARGEST = 0.9;
/** Variance of the median error from one origin to the next, where there is only one to tell. */
const USUAL_CHANGES = 0.02;

interface Errors {
  /** Errors after each backtest origin, oldest first. */
  readonly origins: readonly LoggedError[];
  /** Errors on other unseen launches; they count where launches are few. */
  readonly others?: readonly LoggedError[];
  /**
   * Number of unseen launches of the whole training, which decides how they are weighed. Ranges that only a part of them
   * tests are then made in the same way. undefined: those of the origins.
   */
  readonly unseenCount?: number | undefined;
}

/** Returns the level, the width of ranges, and the residuals around the level over this width. */
export function forecastErrors(errors: Errors): ForecastErrors {
  const { origins, others = [] } = errors;
  const rangeWidth = widthOf([...origins, ...others]);
  const { shown, residuals } = pooled(errors);
  const level = LASTING * shown;
  if (!rangeWidth) return { level, residuals };
  const overWidth = (error: LoggedError) => ({
    ...error,
    residuals: error.residuals.map(
      (value, i) => value / widthAt(rangeWidth, error.predictedLog[i]!),
    ),
  });
  const scaled = { ...errors, origins: origins.map(overWidth), others: others.map(overWidth) };
  return {
    level,
    residuals: pooled(scaled).residuals,
    // Ranges are asked for forecasts with the level.
    rangeWidth: {
      ...rangeWidth,
      middle: rangeWidth.middle + level,
      largest: rangeWidth.largest + level,
    },
  };
}

function widthOf(errors: readonly LoggedError[]): RangeWidth | undefined {
  const around = errors.flatMap(({ residuals }) => {
    const middle = median(residuals);
    return Array.from(residuals, (value) => value - middle);
  });
  return fitRangeWidth(
    errors.flatMap(({ predictedLog }) => [...predictedLog]),
    around,
  );
}

/**
 * Returns the median error that is believed, and the residuals around it. It is shrunk towards 0 by what chance and
 * changes from one origin to the next explain (after James and Stein 1961).
 */
function pooled({ origins, others = [], unseenCount }: Errors): {
  readonly shown: number;
  readonly residuals: Residuals;
} {
  const parts = origins.map(({ residuals }) => residuals);
  const count = sum(parts.map(({ length }) => length));
  const areMany = (unseenCount ?? count) >= MANY_LAUNCHES;
  const ofOrigins = parts.map((_, i) => (areMany ? OLDER_WEIGHT ** (parts.length - 1 - i) : 1));
  const all = areMany ? weightedByAge(parts, ofOrigins) : weightedBySize([...origins, ...others]);
  const residuals = equallyLikely(all);
  const middle = quantileOfSorted(residuals, 0.5);
  // A launch may be among the origins' and among the others'; it is one launch all the same.
  const distinct = Math.max(count, ...others.map((other) => other.residuals.length));
  const effective = effectiveSize(all.map(({ weight }) => weight));
  const chance =
    (MEDIAN_VARIANCE * standardDeviation(residuals) ** 2) / Math.min(effective, distinct);
  const changes = parts.length > 1 ? varianceOfLevels(parts) : USUAL_CHANGES;
  const doubted = DOUBTED_VARIANCES * (chance + changes / effectiveSize(ofOrigins));
  const shown = middle ** 2 > doubted ? middle * (1 - doubted / middle ** 2) : 0;
  const widening = areMany ? wideningOf(parts) : 1;
  return {
    shown,
    // The part of the level that passes is no error to come.
    residuals: residuals.map((value) => middle + widening * (value - middle) - shown),
  };
}

/**
 * Returns the share of later launches inside the ranges of the given fraction that earlier ones give. A launch that sold
 * out counts by its imputed error.
 */
export function coveredBy(
  { level, residuals, rangeWidth }: ForecastErrors,
  later: LoggedError,
  promisedFraction: number,
): number {
  const [low, high] = centralRange(residuals, promisedFraction);
  const inside = later.residuals.filter((value, i) => {
    const residual = (value - level) / widthAt(rangeWidth, later.predictedLog[i]! + level);
    return residual >= low && residual <= high;
  });
  return inside.length / later.residuals.length;
}

/** Weighs newer launches more: periods differ, and the next is most like the last. */
function weightedByAge(parts: readonly Residuals[], weights: readonly number[]): Weighted[] {
  return ascending(
    parts.flatMap((part, i) => Array.from(part, (value) => ({ value, weight: weights[i]! }))),
  );
}

/**
 * Weighs launches by predicted units up to a cap (`LARGEST`). Profit and loss are per unit, and in a short history large
 * forecasts are too high more often than small ones (regression to the mean).
 */
function weightedBySize(errors: readonly LoggedError[]): Weighted[] {
  const all = errors.flatMap(({ predictedLog, residuals }) =>
    Array.from(residuals, (value, i) => ({ value, weight: Math.exp(predictedLog[i]!) })),
  );
  const most = quantile(
    all.map(({ weight }) => weight),
    LARGEST,
  );
  return ascending(all.map(({ value, weight }) => ({ value, weight: Math.min(most, weight) })));
}

function ascending(weighted: readonly Weighted[]): Weighted[] {
  return [...weighted].sort((a, b) => a.value - b.value);
}

interface Weighted {
  readonly value: number;
  readonly weight: number;
}

/**
 * Resamples weighted values, ascending, at equal steps. Each value stands at the middle of its weight; values between
 * are interpolated.
 */
function equallyLikely(weighted: readonly Weighted[]): Residuals {
  const step = sum(weighted.map(({ weight }) => weight)) / weighted.length;
  let below = 0;
  const middles = weighted.map(({ weight }) => {
    below += weight;
    return below - weight / 2;
  });
  let at = 0;
  return Float64Array.from(weighted, ({ value: last }, i) => {
    const wanted = (i + 0.5) * step;
    while (at + 2 < middles.length && middles[at + 1]! <= wanted) at++;
    const { value } = weighted[at]!;
    const [left, right] = [middles[at]!, middles[at + 1] ?? Infinity];
    const share = Math.min(1, Math.max(0, (wanted - left) / (right - left)));
    return value + share * ((weighted[at + 1]?.value ?? last) - value);
  });
}

/** Returns the variance of the median error from one origin to the next, beyond what chance explains. */
function varianceOfLevels(parts: readonly Residuals[]): number {
  const medians = parts.map(median);
  const middle = mean(medians);
  const between = sum(medians.map((value) => (value - middle) ** 2)) / (parts.length - 1);
  const chance = mean(
    parts.map((part) => (MEDIAN_VARIANCE * standardDeviation(part) ** 2) / part.length),
  );
  return Math.max(0, between - chance);
}

/**
 * Returns the factor on 80% ranges, 1 to `WIDEST`, with which the launches of earlier origins would have covered those of
 * later ones. Periods differ more than launches within one.
 */
function wideningOf(parts: readonly Residuals[]): number {
  const needed = parts.flatMap((part, i) => {
    if (i === 0) return [];
    const before = Float64Array.from(parts.slice(0, i).flatMap((each) => [...each])).sort();
    const [low, middle, high] = [(1 - COVERED) / 2, 0.5, (1 + COVERED) / 2].map((fraction) =>
      quantileOfSorted(before, fraction),
    ) as [number, number, number];
    return Array.from(part, (value) =>
      value > middle ? (value - middle) / (high - middle) : (middle - value) / (middle - low),
    );
  });
  const factor = quantile(needed, COVERED);
  return factor > 1 ? Math.min(WIDEST, factor) : 1;
}

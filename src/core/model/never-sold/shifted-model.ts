import { studentQuantile } from '#core/base/statistics/student-t.ts';
import { residualAt, type Residuals } from '../blend/conformal-ranges.ts';
import type { TrainedModel } from '../training/trained-model.ts';
import type { MarketShift } from './market-shift.ts';

/** Equally likely points of each distribution; their sums are the distribution of both. */
const RESIDUAL_POINTS = 100;
const SHIFT_POINTS = 25;

/**
 * Share of a product's difference from usual ones that counts in a category that the model does not know. Measured by leaving
 * categories out: slopes of 0.54 and 0.70 (two demo shops), 0.64 (meals) and 1.06 (giftware); those of actions are above 1.
 */
const PRODUCT_SHARE = 0.65;

/**
 * Returns a model for products of a category that was never sold: its forecasts are shifted, its ranges wider, and it believes less
 * of how products differ.
 */
export function shiftedModel(model: TrainedModel, shift: MarketShift): TrainedModel {
  const { calibration } = model;
  return {
    ...model,
    calibration: { ...calibration, productShare: PRODUCT_SHARE * calibration.productShare },
    level: model.level + shift.shift,
    residuals: widenedResiduals(model.residuals, shift),
  };
}

/** Returns the residuals, on the log1p scale, of a forecast that may be wrong about the category too. */
export function widenedResiduals(
  residuals: Residuals,
  { scale, freedom }: Pick<MarketShift, 'scale' | 'freedom'>,
): Residuals {
  const misses = points(RESIDUAL_POINTS, (share) => residualAt(residuals, share));
  const errors = points(SHIFT_POINTS, (share) => scale * studentQuantile(share, freedom));
  return Float64Array.from(misses.flatMap((miss) => errors.map((error) => miss + error))).sort();
}

function points(count: number, at: (share: number) => number): number[] {
  return Array.from({ length: count }, (_, i) => at((i + 0.5) / count));
}

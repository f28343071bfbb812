import { describe, expect, it } from 'vitest';
import { centralRange } from '#core/model/blend/conformal-ranges.ts';
import { normalQuantile } from '#core/base/statistics/normal-distribution.ts';
import { shiftedModel, widenedResiduals } from '#core/model/never-sold/shifted-model.ts';
import type { TrainedModel } from '#core/model/training/trained-model.ts';

const normal = Float64Array.from({ length: 999 }, (_, i) => 0.6 * normalQuantile((i + 1) / 1000));

describe('ranges for a category that was never sold', () => {
  it('are those of both errors together', () => {
    // 0.6² + 0.8² = 1; with many degrees of freedom the t distribution is normal.
    const widened = widenedResiduals(normal, { scale: 0.8, freedom: 1e6 });
    const [low, high] = centralRange(widened, 0.9);
    expect(low).toBeCloseTo(-1.645, 1);
    expect(high).toBeCloseTo(1.645, 1);
  });

  it('are hardly changed where the level is sure', () => {
    const [low] = centralRange(widenedResiduals(normal, { scale: 0, freedom: 5 }), 0.8);
    expect(low).toBeCloseTo(centralRange(normal, 0.8)[0], 1);
  });
});

describe('a model for a category that was never sold', () => {
  const calibration = { middle: 3, productShare: 0.8, actionShare: 0.9, usual: [] };
  const model = { level: 0.1, residuals: normal, calibration } as unknown as TrainedModel;

  it('adds the shift to its level and believes less of how products differ', () => {
    const shifted = shiftedModel(model, { shift: 0.5, scale: 0.3, freedom: 4 });
    expect(shifted.level).toBeCloseTo(0.6, 9);
    expect(shifted.calibration).toMatchObject({ middle: 3, actionShare: 0.9 });
    expect(shifted.calibration.productShare).toBeLessThan(0.8);
  });
});

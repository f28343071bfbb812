import { expect, it } from 'vitest';
import type { TrainedModel } from '#core/model/training/trained-model.ts';
import { modelOfPlan } from '#workers/model/inputs/model-of-plan.ts';

const calibration = { middle: 3, productShare: 1, actionShare: 0.8, usual: [] };
const model = {
  ...{ level: 0.2, calibration },
  residuals: Float64Array.of(-1, 0, 1),
} as unknown as TrainedModel;

it('gives the model itself for a plan that counts gains in full', () => {
  expect(modelOfPlan(model, {})).toBe(model);
});

it('believes actions as the plan did, and moves forecasts as it did', () => {
  const neverSold = { shift: -0.5, scale: 0.4, freedom: 5 };
  const used = modelOfPlan(model, { keptShare: 0.5, neverSold });
  expect(used.calibration.actionShare).toBeCloseTo(0.4, 9);
  expect(used.level).toBeCloseTo(-0.3, 9);
});

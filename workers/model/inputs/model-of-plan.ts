import { believingActions } from '#core/model/blend/calibration.ts';
import { shiftedModel } from '#core/model/never-sold/shifted-model.ts';
import type { TrainedModel } from '#core/model/training/trained-model.ts';
import type { OfPlan } from '#protocol/model-requests.ts';

/** Returns a model as a plan used it. */
export function modelOfPlan(
  model: TrainedModel,
  { keptShare, neverSold }: Pick<OfPlan, 'keptShare' | 'neverSold'>,
): TrainedModel {
  const believed = believingActions(model, keptShare);
  return neverSold ? shiftedModel(believed, neverSold) : believed;
}

import { AppError } from '#core/base/errors.ts';
import type { PlanStudy } from '#core/planning/what-if/plan-study.ts';
import type { Job } from '#protocol/job.ts';
import type { StudyRequest } from '#protocol/model-requests.ts';
import { loadPlanning, openPlanning } from '../inputs/load-planning.ts';
import { modelOfPlan } from '../inputs/model-of-plan.ts';
import type { ModelHost } from '../engine/model-host.ts';
import { studyProduct } from './study-product.ts';

/**
 * Returns all that the sliders of a new product's plan need, from the stored model. Throws AppError dataset-missing or
 * model-missing where one of them is not stored, no-products where the product is gone, and backend-unavailable.
 */
export async function studyPlan(
  { datasetId, modelId, keptShare, neverSold, productId, compute, ...asked }: StudyRequest,
  job: Job,
  host: ModelHost,
): Promise<PlanStudy> {
  const stored = await loadPlanning({ datasetId, modelId });
  const product = stored.products.find(({ id }) => id === productId);
  if (!product) throw new AppError('no-products', `expected product ${productId}, got none`);
  await host.pause();
  job.signal.throwIfAborted();
  const { engine, table } = await openPlanning(
    { ...stored, products: [product] },
    { compute, job, host },
  );
  const model = modelOfPlan(stored.model, { keptShare, neverSold });
  const { horizonDays } = stored.dataset.recipe ?? {};
  return studyProduct({ ...asked, model, table, product, engine, horizonDays });
}

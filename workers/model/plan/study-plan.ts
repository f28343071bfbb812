import { AppError } from '#core/base/errors.ts';
import type { PlanStudy } from '#core/planning/what-if/plan-study.ts';
import { believingActions } from '#core/model/blend/calibration.ts';
import type { Job } from '#protocol/job.ts';
import type { StudyRequest } from '#protocol/model-requests.ts';
import { loadDatasetSummary } from '#storage/data/datasets.ts';
import { loadHistory } from '#storage/plan/load-history.ts';
import { loadModel } from '#storage/model/models.ts';
import { loadProducts } from '#storage/data/products.ts';
import { eventsOfModel, withEvents } from '../inputs/dataset-events.ts';
import { withNames } from '../inputs/dataset-names.ts';
import type { ModelHost } from '../engine/model-host.ts';
import { studyProduct } from './study-product.ts';

/**
 * Returns all that the sliders of a new product's plan need, from the stored model. Throws AppError model-missing or
 * no-products.
 */
export async function studyPlan(
  { datasetId, modelId, keptShare, productId, compute, ...asked }: StudyRequest,
  job: Job,
  host: ModelHost,
): Promise<PlanStudy> {
  const [dataset, table, model, products] = await Promise.all([
    loadDatasetSummary(datasetId),
    loadHistory(datasetId),
    loadModel(datasetId, modelId),
    loadProducts(datasetId),
  ]);
  if (!model)
    throw new AppError('model-missing', `data set ${datasetId} lacks the model of the plan`);
  const product = products.find(({ id }) => id === productId);
  if (!product) throw new AppError('no-products', `expected product ${productId}, got none`);
  await host.pause();
  job.signal.throwIfAborted();
  const engine = await host.openEngine(compute);
  const names = { table, products: [product], report: model.report, engine, job, host };
  const named = withEvents(await withNames(names), eventsOfModel(model, dataset));
  const counted = believingActions(model, keptShare);
  return studyProduct({ ...asked, model: counted, table: named, product, engine });
}

import { AppError } from '#core/errors.ts';
import type { PlanEvidence } from '#core/evidence/plan-evidence.ts';
import type { TrainingReport } from '#core/launch/training-report.ts';
import { readingKey } from '#core/table/reading-key.ts';
import type { Job } from '#protocol/job.ts';
import type { ExplainRequest } from '#protocol/model-worker.ts';
import { loadDatasetSummary, loadLaunchTable, type DatasetSummary } from '#storage/datasets.ts';
import { loadModel } from '#storage/models.ts';
import { loadProducts } from '#storage/products.ts';
import { withNames } from './dataset-names.ts';
import { explainLaunch } from './explain-launch.ts';
import type { ModelHost } from './model-host.ts';

/** Stored model, launches and product, and what is planned for it → why it is expected to do what it is. Nothing is stored. */
export async function explainPlan(
  { datasetId, compute, productId, action }: ExplainRequest,
  job: Job,
  host: ModelHost,
): Promise<PlanEvidence> {
  const [dataset, table, model, products] = await Promise.all([
    loadDatasetSummary(datasetId),
    loadLaunchTable(datasetId),
    loadModel(datasetId),
    loadProducts(datasetId),
  ]);
  if (!model) throw new AppError('model-missing', `data set ${datasetId} has no trained model`);
  const product = products.find(({ id }) => id === productId);
  if (!product) {
    throw new AppError('product-missing', `data set ${datasetId} has no product ${productId}`);
  }
  const engine = await host.openEngine(compute);
  const names = { table, products: [product], report: model.report, engine, job, host };
  return explainLaunch({
    ...{ model, table: await withNames(names), product, action, engine },
    isAsLearnt: isAsLearnt(model.report, dataset),
    pause: async () => {
      await host.pause();
      job.signal.throwIfAborted();
    },
  });
}

function isAsLearnt({ learnt }: TrainingReport, { report, recipe, rowCount }: DatasetSummary) {
  return learnt?.launchCount === rowCount && learnt.readingKey === readingKey(report, recipe);
}

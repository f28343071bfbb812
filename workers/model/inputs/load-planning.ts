// What planning, explaining and studying launches start from.

import { AppError } from '#core/base/errors.ts';
import type { SellingEventsChoice } from '#core/launch/events/selling-events-choice.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import type { NewProduct } from '#core/launch/new-product.ts';
import type { ComputePreference } from '#core/model/training/training-report.ts';
import type { TrainedModel } from '#core/model/training/trained-model.ts';
import type { EngineSession } from '#learning/session.ts';
import type { Job } from '#protocol/job.ts';
import { loadDatasetSummary, type DatasetSummary } from '#storage/data/datasets.ts';
import { loadProducts } from '#storage/data/products.ts';
import { loadModel } from '#storage/model/models.ts';
import { loadHistory } from '#storage/plan/load-history.ts';
import type { ModelHost } from '../engine/model-host.ts';
import { eventsOfModel, withEvents } from './dataset-events.ts';
import { withLooks } from './dataset-looks.ts';
import { withNames } from './dataset-names.ts';

interface StoredPlanning {
  readonly dataset: DatasetSummary;
  /** Launches as stored, without names and events: the content that journals and models are keyed by. */
  readonly history: LaunchTable;
  readonly model: TrainedModel;
  /** New products that wait for a plan. */
  readonly products: readonly NewProduct[];
}

/**
 * Loads a data set, its launches, new products and a model; without `modelId`, the model in use. Throws AppError
 * dataset-missing or model-missing where one of them is not stored.
 */
export async function loadPlanning({
  datasetId,
  modelId,
}: {
  readonly datasetId: number;
  readonly modelId?: number | undefined;
}): Promise<StoredPlanning> {
  const [dataset, history, model, products] = await Promise.all([
    loadDatasetSummary(datasetId),
    loadHistory(datasetId),
    loadModel(datasetId, modelId),
    loadProducts(datasetId),
  ]);
  if (model) return { dataset, history, model, products };
  const which = modelId === undefined ? 'a trained model' : `model ${modelId}`;
  throw new AppError('model-missing', `data set ${datasetId} lacks ${which}`);
}

interface OpenPlanning {
  readonly engine: EngineSession;
  /** The sales events that the table has. */
  readonly events: SellingEventsChoice;
  /** The history with what the model reads besides: embeddings of names, looks, and fits of titles to sales events. */
  readonly table: LaunchTable;
}

/**
 * Opens the engine and reads the names of the launches and of the products to forecast. Throws AppError
 * backend-unavailable where no engine starts, dataset-missing where the data set is gone.
 */
export async function openPlanning(
  { dataset, history, model, products }: StoredPlanning,
  { compute, job, host, choiceOf = (events) => events }: PlanningJob,
): Promise<OpenPlanning> {
  const engine = await host.openEngine(compute);
  const { report } = model;
  const seen = await withLooks(history, report.datasetId);
  const named = await withNames({ table: seen, products, report, engine, job, host });
  const events = eventsOfModel(model, dataset);
  return { engine, events, table: withEvents(named, choiceOf(events)) };
}

interface PlanningJob {
  readonly compute: ComputePreference;
  readonly job: Job;
  readonly host: ModelHost;
  /** Changes the choice of events that the table gets. */
  readonly choiceOf?: (events: SellingEventsChoice) => SellingEventsChoice;
}

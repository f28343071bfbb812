import { AppError } from '#core/base/errors.ts';
import type { SellingEventsChoice } from '#core/launch/events/selling-events-choice.ts';
import { countedTerms } from '#core/planning/economics/unit-terms.ts';
import type { PlanExplanation } from '#core/planning/explanation/plan-explanation.ts';
import { leaveOneOut } from '#core/planning/explanation/product-parts.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import { pictureOwner } from '#core/launch/looks.ts';
import type { NewProduct } from '#core/launch/new-product.ts';
import type { TrainingReport } from '#core/model/training/training-report.ts';
import { ownValue } from '#core/base/lookup.ts';
import type { TrainedModel } from '#core/model/training/trained-model.ts';
import { readingKey } from '#core/import/columns/reading-key.ts';
import type { Job } from '#protocol/job.ts';
import type { ExplainRequest } from '#protocol/model-requests.ts';
import type { DatasetSummary } from '#storage/data/datasets.ts';
import { loadPlanning, openPlanning } from '../inputs/load-planning.ts';
import { modelOfPlan } from '../inputs/model-of-plan.ts';
import { explainLaunch } from './explain-launch.ts';
import { stoppable } from '#workers/runtime/breathe.ts';
import type { ModelHost } from '../engine/model-host.ts';

/**
 * Explains the forecast of a planned launch from the stored model, launches and product; stores nothing. Throws
 * AppError dataset-missing, model-missing or product-missing where one of them is not stored, and backend-unavailable.
 */
export async function explainPlan(
  { datasetId, modelId, compute, productId, action, aim, looksShare, ...ofPlan }: ExplainRequest,
  job: Job,
  host: ModelHost,
): Promise<PlanExplanation> {
  const stored = await loadPlanning({ datasetId, modelId });
  const { dataset, model, products } = stored;
  const product = products.find(({ id }) => id === productId);
  if (!product) {
    throw new AppError('product-missing', `data set ${datasetId} has no product ${productId}`);
  }
  const { engine, table } = await openPlanning(
    { ...stored, products: [product] },
    { compute, job, host, choiceOf: (events) => alsoInParts(events, product, model) },
  );
  return explainLaunch({
    ...{ product, action, engine, looksShare },
    table: withLooksOfParts(table, product, model),
    model: modelOfPlan(model, ofPlan),
    modelOfSold: ofPlan.neverSold && modelOfPlan(model, { keptShare: ofPlan.keptShare }),
    costs: aim && {
      unitTerms: countedTerms(aim, model.encoding.heads, dataset.recipe?.horizonDays),
      leftoverLoss: aim.stock.leftoverLoss,
    },
    isAsLearnt: isAsLearnt(model.report, dataset),
    pause: stoppable(() => host.pause(), job.signal),
  });
}

/**
 * Applies the seller's edits of a title also to that title without one of its words. Otherwise the missing word would
 * seem to bring the event.
 */
function alsoInParts(
  choice: SellingEventsChoice,
  product: NewProduct,
  { encoding }: TrainedModel,
): SellingEventsChoice {
  const said = ownValue(choice.editsByTitle, product.title);
  if (!said) return choice;
  const parts = leaveOneOut(product, encoding.encoder).map((part) => part.product.title);
  const editsOfParts = Object.fromEntries(parts.map((title) => [title, said]));
  return { ...choice, editsByTitle: { ...choice.editsByTitle, ...editsOfParts } };
}

/**
 * Gives the product without one of its words the same picture, which belongs to the title. Otherwise the missing word
 * would seem to bring all that the picture shows.
 */
function withLooksOfParts(
  table: LaunchTable,
  product: NewProduct,
  { encoding }: TrainedModel,
): LaunchTable {
  const own = table.looks?.get(pictureOwner(product.title, product.id));
  if (!own) return table;
  const parts = leaveOneOut(product, encoding.encoder).map(({ product: { title, id } }) =>
    pictureOwner(title, id),
  );
  return {
    ...table,
    looks: new Map([...table.looks!, ...parts.map((part) => [part, own] as const)]),
  };
}

function isAsLearnt({ learnt }: TrainingReport, { report, recipe, rowCount }: DatasetSummary) {
  return learnt?.launchCount === rowCount && learnt.readingKey === readingKey(report, recipe);
}

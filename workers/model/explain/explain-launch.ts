// Explains the forecast of one planned launch.

import type { Analogues } from '#core/model/analogues/analogues.ts';
import {
  plannedChoices,
  ratioOf,
  type LaunchChoices,
} from '#core/planning/explanation/hybrid-launches.ts';
import type { CountedCosts } from '#core/planning/explanation/past-profit.ts';
import type { PlanExplanation, ProductPart } from '#core/planning/explanation/plan-explanation.ts';
import { leaveOneOut, strongestParts } from '#core/planning/explanation/product-parts.ts';
import { similarLaunches } from '#core/planning/explanation/similar-launches.ts';
import { deriveActionSpace, type ActionSpace } from '#core/model/features/action-space.ts';
import type { LaunchAction } from '#core/planning/plan/launch-plan.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import { pictureOwner } from '#core/launch/looks.ts';
import { dataLimits } from '#core/model/training/data-limits.ts';
import type { NewProduct } from '#core/launch/new-product.ts';
import type { TrainedModel } from '#core/model/training/trained-model.ts';
import type { EngineSession } from '#learning/session.ts';
import { encodeNewProducts, encodePlanned } from '../predict/encode-plans.ts';
import { modelView, oneMember } from './model-view.ts';
import { actionPredictor } from '../predict/predict-actions.ts';
import { predictionParts, type AskLaunches } from './prediction-parts.ts';

interface ExplainInput {
  /** As the plan used it. */
  readonly model: TrainedModel;
  /** The same for products of categories that were sold; absent: it is the same. */
  readonly modelOfSold?: TrainedModel | undefined;
  readonly table: LaunchTable;
  readonly product: NewProduct;
  readonly action: LaunchAction;
  readonly engine: EngineSession;
  /** Costs that the plan counts; undefined: none. */
  readonly costs?: CountedCosts | undefined;
  /** Share of looks in the similarity of launches, 0–1; absent: as usual. */
  readonly looksShare?: number | undefined;
  /** Whether the table holds exactly what the model learnt. */
  readonly isAsLearnt: boolean;
  /** Called before each prediction; may throw to stop. */
  readonly pause: () => Promise<void>;
}

/** Returns similar launches, what each part adds to the forecast, and one base model's view of season and price. */
export async function explainLaunch(input: ExplainInput): Promise<PlanExplanation> {
  const { model, modelOfSold, table, product, action } = input;
  const space = deriveActionSpace(table, model.encoding.basis, action.launchDay);
  const { promotions } = space;
  const choices = plannedChoices(action);
  const ask = asker(input, space, model);
  const askPast = modelOfSold && asker(input, space, modelOfSold);
  const parts = await predictionParts({ table, product, action, promotions }, ask, askPast);
  const pricesVaried = !dataLimits(table, space).includes('no-price-variation');
  const askOne = asker(input, space, oneMember(model));
  return {
    ...similarLaunches({
      table,
      encoder: model.encoding.encoder,
      learnt: input.isAsLearnt ? learntByDate(model, table) : null,
      title: product.title,
      owner: pictureOwner(product.title, product.id),
      looksShare: input.looksShare,
      x: encodeNewProducts(model, table, [product]),
      channels: space.channels,
      costs: input.costs,
    }),
    parts,
    productParts: await productParts({ ...input, choices, wholeLog: parts.predictedLog }, ask),
    view: await modelView({ model, product, choices, pricesVaried }, askOne),
  };
}

function asker(
  { table, engine, pause }: ExplainInput,
  { promotions }: ActionSpace,
  model: TrainedModel,
): AskLaunches {
  const predict = actionPredictor(model, engine);
  return async (product, choices) => {
    await pause();
    return predict({
      product,
      x: encodeNewProducts(model, table, [product]),
      phi: encodePlanned(model, choices.length, (i) => {
        const { day, channel, promotion, adSpend } = choices[i]!;
        return { day, channel, promotion, adSpend, priceRatio: ratioOf(choices[i]!, promotions) };
      }),
      count: choices.length,
    });
  };
}

/**
 * Returns the launches that the model compares with, where they are the whole table. The last fit learns from all, in
 * order of their days.
 */
function learntByDate({ analogues }: TrainedModel, { rowCount }: LaunchTable): Analogues | null {
  return analogues?.price.length === rowCount ? analogues : null;
}

interface AskedParts extends ExplainInput {
  readonly choices: LaunchChoices;
  readonly wholeLog: number;
}

async function productParts(
  { product, model, choices, wholeLog }: AskedParts,
  ask: AskLaunches,
): Promise<ProductPart[]> {
  const leftOut = leaveOneOut(product, model.encoding.encoder);
  const logs: number[] = [];
  for (const without of leftOut) logs.push((await ask(without.product, [choices]))[0]!);
  return strongestParts(leftOut, logs, wholeLog);
}

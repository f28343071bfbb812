// How one base model sees season and price of a launch: the network or ridge, whose coefficients cover both for each
// product. The one with the larger weight in the blend is shown, so that the view reflects the prediction.

import {
  elasticityOf,
  NEARBY_PRICES,
  yearCurve,
  yearOfMondays,
} from '#core/planning/explanation/model-curves.ts';
import type { LaunchChoices } from '#core/planning/explanation/hybrid-launches.ts';
import type { ModelView } from '#core/planning/explanation/plan-explanation.ts';
import type { NewProduct } from '#core/launch/new-product.ts';
import { weightsOf } from '#core/model/blend/blend.ts';
import type { TrainedModel } from '#core/model/training/trained-model.ts';
import type { AskLaunches } from './prediction-parts.ts';

/** Returns the network or ridge, whichever has the larger weight in the blend; ridge where neither has one. */
export function predictByOneMember({ net, blend }: TrainedModel): ModelView['member'] {
  return net && blend.net > 0 && blend.net >= blend.ridge ? 'net' : 'ridge';
}

/** Returns the model with only that base model in its blend. */
export function oneMember(model: TrainedModel): TrainedModel {
  const blend = weightsOf({ [predictByOneMember(model)]: 1 });
  return { ...model, trees: [], analogues: null, level: 0, blend };
}

interface ViewedLaunch {
  readonly model: TrainedModel;
  readonly product: NewProduct;
  readonly choices: LaunchChoices;
  /** Whether different prices were ever tried. */
  readonly pricesVaried: boolean;
}

/**
 * Returns the season and price elasticity that one base model sees; no elasticity where prices never varied.
 * @param ask predicts by that base model
 */
export async function modelView(
  { model, product, choices, pricesVaried }: ViewedLaunch,
  ask: AskLaunches,
): Promise<ModelView> {
  const mondays = yearOfMondays(choices.day, model.encoding.basis.lastDay);
  const prices = NEARBY_PRICES.map((times) => choices.priceFactor * times);
  const logs = await ask(product, [
    ...mondays.map((day) => ({ ...choices, day })),
    ...prices.map((priceFactor) => ({ ...choices, priceFactor })),
  ]);
  return {
    member: predictByOneMember(model),
    season: yearCurve(mondays, logs.subarray(0, mondays.length)),
    elasticity: pricesVaried ? elasticityOf(logs.subarray(mondays.length)) : null,
  };
}

// How one member of the blend alone sees season and price of one launch: net or ridge, which hold coefficients of both for each
// product. Of the two the one that counts more in the blend, so that what is shown is not what the prediction leaves out.

import {
  elasticityOf,
  NEARBY_PRICES,
  seasonOf,
  yearOfMondays,
} from '#core/evidence/model-curves.ts';
import type { LaunchChoices } from '#core/evidence/hybrid-launches.ts';
import type { ModelView } from '#core/evidence/plan-evidence.ts';
import type { NewProduct } from '#core/launch/new-product.ts';
import type { TrainedModel } from '#core/model/trained-model.ts';
import type { AskLaunches } from './prediction-parts.ts';

export function viewingMember({ net, blend }: TrainedModel): ModelView['member'] {
  return net && blend.net >= blend.ridge ? 'net' : 'ridge';
}

export function oneMember(model: TrainedModel): TrainedModel {
  const none = { net: 0, ridge: 0, trees: 0, analogues: 0, median: 0 };
  const blend = { ...none, [viewingMember(model)]: 1 };
  return { ...model, trees: [], analogues: null, level: 0, blend };
}

interface ViewedLaunch {
  readonly model: TrainedModel;
  readonly product: NewProduct;
  readonly choices: LaunchChoices;
  /** Whether different prices were ever tried. */
  readonly pricesVaried: boolean;
}

/** @param ask of the one member */
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
    member: viewingMember(model),
    season: seasonOf(mondays, logs.subarray(0, mondays.length)),
    elasticity: pricesVaried ? elasticityOf(logs.subarray(mondays.length)) : null,
  };
}

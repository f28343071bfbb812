// What is expected of a product beyond the units that it sells: how many of them come back, and how buyers rate it. By ridge
// alone, which costs next to nothing for thousands of actions.

import { outcomeOf, type OutcomeName } from '#core/model/heads.ts';
import type { TrainedModel } from '#core/model/trained-model.ts';
import { ridgeCoefficients, valuesOfActions } from '#core/ridge/ridge.ts';

/** Of one product under each action, in the actions' order; null where the history does not say. */
export interface LaterOutcomes {
  /** Share of the units sold. */
  readonly returnRates: Float64Array | null;
  /** On the shop's own scale. */
  readonly ratings: Float64Array | null;
}

/** @param x the product's inputs @param phi [actions, basis] */
export function expectLater(
  { encoding, ridges }: TrainedModel,
  x: Float32Array,
  phi: Float32Array,
): LaterOutcomes {
  const valuesOf = (name: OutcomeName): Float64Array | null => {
    const h = encoding.heads.outcomes.findIndex((head) => head.name === name);
    const head = encoding.heads.outcomes[h];
    if (!head) return null;
    return valuesOfActions(ridgeCoefficients(ridges[h]!, x), phi).map((z) => outcomeOf(head, z));
  };
  return { returnRates: valuesOf('returnRate'), ratings: valuesOf('rating') };
}

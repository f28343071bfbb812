// Predicts outcomes beyond units: the return rate, the rating and the rates of the funnel. Uses ridge alone, which
// costs almost nothing for thousands of actions.

import type { FunnelRates } from '#core/planning/plan/funnel.ts';
import { eventColumns } from '#core/model/features/action-basis.ts';
import { expandEvents } from '#core/model/features/event-columns.ts';
import { fitsOf } from '#core/model/features/product-encoder.ts';
import { outcomeOf, type OutcomeName } from '#core/model/outcomes/heads.ts';
import type { TrainedModel } from '#core/model/training/trained-model.ts';
import { ridgeCoefficients, valuesOfActions } from '#core/model/ridge/ridge.ts';

/** Outcomes of one product under each action, in the actions' order; null where the history does not say. */
interface LaterOutcomes {
  /** Share of the units sold that is returned. */
  readonly returnRates: Float64Array | null;
  /** Mean rating on the shop's own scale. */
  readonly ratings: Float64Array | null;
}

/**
 * Predicts the return rate and the rating under each action.
 * @param x encoded inputs of the product
 * @param phi [actions × columns], event columns by event
 */
export function expectReturns(
  model: TrainedModel,
  x: Float32Array,
  phi: Float32Array,
): LaterOutcomes {
  return {
    returnRates: expectOutcome(model, 'returnRate', { x, phi }),
    ratings: expectOutcome(model, 'rating', { x, phi }),
  };
}

/**
 * Predicts the funnel under each action; null where the model lacks one of its rates.
 * @param x encoded inputs of the product
 * @param phi [actions × columns], event columns by event
 */
export function expectFunnel(
  model: TrainedModel,
  x: Float32Array,
  phi: Float32Array,
): FunnelRates[] | null {
  const impressions = expectOutcome(model, 'impressions', { x, phi });
  const clickRates = expectOutcome(model, 'clickRate', { x, phi });
  const conversions = expectOutcome(model, 'conversion', { x, phi });
  if (!impressions || !clickRates || !conversions) return null;
  return Array.from(impressions, (seen, i) => ({
    impressions: seen,
    clickRate: clickRates[i]!,
    conversion: conversions[i]!,
  }));
}

function expectOutcome(
  { encoding, ridges }: TrainedModel,
  name: OutcomeName,
  { x, phi }: { readonly x: Float32Array; readonly phi: Float32Array },
): Float64Array | null {
  const h = encoding.heads.outcomes.findIndex((head) => head.name === name);
  const head = encoding.heads.outcomes[h];
  if (!head) return null;
  const { encoder, basis } = encoding;
  const coefficients = expandEvents(
    ridgeCoefficients(ridges[h]!, x),
    eventColumns(basis),
    fitsOf(encoder, x),
  );
  return valuesOfActions(coefficients, phi).map((z) => outcomeOf(head, z));
}

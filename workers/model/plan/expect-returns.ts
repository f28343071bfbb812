// Predicts outcomes beyond units: the return rate, the rating and the rates of the funnel. Uses ridge alone, which
// costs almost nothing for thousands of actions.

import type { FunnelRates } from '#core/planning/plan/funnel.ts';
import { eventColumns } from '#core/model/features/action-basis.ts';
import { expandEvents } from '#core/model/features/event-columns.ts';
import { fitsOf } from '#core/model/features/product-encoder.ts';
import { productShift } from '#core/model/return-rates/planned-rates.ts';
import type { RateProduct } from '#core/model/return-rates/rate-launch.ts';
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

/** A product and the actions that are asked about. */
interface Asked {
  readonly product: RateProduct;
  /** Encoded inputs of the product. */
  readonly x: Float32Array;
  /** [actions × columns], event columns by event. */
  readonly phi: Float32Array;
}

/**
 * Predicts the return rate and the rating under each action. The rate is the product's own (`return-rates`), and ridge
 * tells how actions differ; ratings are ridge's alone.
 */
export function expectReturns(model: TrainedModel, { product, x, phi }: Asked): LaterOutcomes {
  const { returnRates } = model;
  const shift = returnRates
    ? (coefficients: Float64Array) => productShift(returnRates, product, coefficients)
    : undefined;
  return {
    returnRates: expectOutcome(model, 'returnRate', { x, phi, shift }),
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

interface AskedOutcome extends Omit<Asked, 'product'> {
  /** What is added to z under every action, from the product's coefficients by window. */
  readonly shift?: ((coefficients: Float64Array) => number) | undefined;
}

function expectOutcome(
  { encoding, ridges }: TrainedModel,
  name: OutcomeName,
  { x, phi, shift }: AskedOutcome,
): Float64Array | null {
  const h = encoding.heads.outcomes.findIndex((head) => head.name === name);
  const head = encoding.heads.outcomes[h];
  if (!head) return null;
  const { encoder, basis } = encoding;
  const own = ridgeCoefficients(ridges[h]!, x);
  const added = shift?.(own) ?? 0;
  const coefficients = expandEvents(own, eventColumns(basis), fitsOf(encoder, x));
  return valuesOfActions(coefficients, phi).map((z) => outcomeOf(head, z + added));
}

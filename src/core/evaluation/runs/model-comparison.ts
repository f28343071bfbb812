import { wape } from '#core/base/statistics/metrics.ts';
import { differenceRange, drawWapes } from '#core/base/statistics/paired-bootstrap.ts';
import { seededRandom } from '#core/base/random.ts';

/**
 * Comparison of a new model with the one in use, on launches that neither has seen: they came after the older one's
 * data.
 */
export interface ModelComparison {
  /** Number of the model that was in use. */
  readonly modelId: number;
  readonly judgedOn: number;
  /** WAPE (weighted absolute percentage error) of the new model, and of the one in use before. */
  readonly wape: number;
  readonly wapeBefore: number;
  /** Verdict on the new model; level where 90% of bootstrap draws do not agree on which error is smaller. */
  readonly verdict: 'better' | 'level' | 'worse';
}

/** Least number of launches for a comparison; with fewer, the newer model wins, because it knows more. */
export const LEAST_TO_COMPARE = 5;

export interface Compared {
  readonly actualUnits: ArrayLike<number>;
  /** Forecast units of each model, in the order of the launches. */
  readonly predicted: ArrayLike<number>;
  readonly predictedBefore: ArrayLike<number>;
}

const SEED = 1;

/**
 * Compares two models by a paired bootstrap of WAPE. Returns null where there are too few launches, or nothing was
 * sold.
 */
export function compareModels(modelId: number, compared: Compared): ModelComparison | null {
  const { actualUnits, predicted, predictedBefore } = compared;
  const judgedOn = actualUnits.length;
  const errors = [predicted, predictedBefore].map((expected) =>
    Array.from(expected, (units, i) => Math.abs(units - actualUnits[i]!)),
  );
  const [own, before] = [wape(actualUnits, predicted), wape(actualUnits, predictedBefore)];
  if (judgedOn < LEAST_TO_COMPARE || !Number.isFinite(own + before)) return null;
  const [drawn, drawnBefore] = drawWapes(actualUnits, errors, seededRandom(SEED)).byMethod;
  const { low, high } = differenceRange(drawn!, drawnBefore!);
  const verdict = high < 0 ? 'better' : low > 0 ? 'worse' : 'level';
  return { modelId, judgedOn, wape: own, wapeBefore: before, verdict };
}

/**
 * Returns whether the new model replaces the one in use: unless that one was clearly better. Where they are level the
 * new one is used, because it goes on to learn the launches of the comparison, too.
 */
export function isPromoted(comparison: ModelComparison | null): boolean {
  return comparison?.verdict !== 'worse';
}

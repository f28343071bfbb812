import { wape } from '../evaluation/metrics.ts';

/** A new model against the one in use, on launches that neither had seen: they came after the older one's data. */
export interface ModelComparison {
  /** Number of the model that was in use. */
  readonly modelId: number;
  readonly judgedOn: number;
  /** Weighted absolute percentage errors. */
  readonly wape: number;
  readonly wapeBefore: number;
}

/** Fewer launches than this say nothing of two models; the newer one then wins, because it knows more. */
export const LEAST_TO_COMPARE = 5;

export interface Compared {
  readonly actualUnits: ArrayLike<number>;
  /** Units that each expected, in the launches' order. */
  readonly predicted: ArrayLike<number>;
  readonly predictedBefore: ArrayLike<number>;
}

/** Null where there are too few launches, or nothing was sold. */
export function compareModels(modelId: number, compared: Compared): ModelComparison | null {
  const { actualUnits, predicted, predictedBefore } = compared;
  const judgedOn = actualUnits.length;
  if (judgedOn < LEAST_TO_COMPARE) return null;
  const comparison = {
    modelId,
    judgedOn,
    wape: wape(actualUnits, predicted),
    wapeBefore: wape(actualUnits, predictedBefore),
  };
  return Number.isFinite(comparison.wape + comparison.wapeBefore) ? comparison : null;
}

/** Whether the new model takes the place of the one in use: unless that one was better. */
export function isPromoted(comparison: ModelComparison | null): boolean {
  return comparison === null || comparison.wape < comparison.wapeBefore;
}

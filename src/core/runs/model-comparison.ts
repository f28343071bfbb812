import { wape } from '../evaluation/metrics.ts';
import { differenceRange, drawWapes } from '../evaluation/paired-bootstrap.ts';
import { seededRandom } from '../random.ts';

/** A new model against the one in use, on launches that neither had seen: they came after the older one's data. */
export interface ModelComparison {
  /** Number of the model that was in use. */
  readonly modelId: number;
  readonly judgedOn: number;
  /** Weighted absolute percentage errors. */
  readonly wape: number;
  readonly wapeBefore: number;
  /** Of the new model; level where 9 in 10 draws of launches do not agree on which of them misses less. */
  readonly verdict: 'better' | 'level' | 'worse';
}

/** Fewer launches than this say nothing of two models; the newer one then wins, because it knows more. */
export const LEAST_TO_COMPARE = 5;

export interface Compared {
  readonly actualUnits: ArrayLike<number>;
  /** Units that each expected, in the launches' order. */
  readonly predicted: ArrayLike<number>;
  readonly predictedBefore: ArrayLike<number>;
}

const SEED = 1;

/** Null where there are too few launches, or nothing was sold. */
export function compareModels(modelId: number, compared: Compared): ModelComparison | null {
  const { actualUnits, predicted, predictedBefore } = compared;
  const judgedOn = actualUnits.length;
  const misses = [predicted, predictedBefore].map((expected) =>
    Array.from(expected, (units, i) => Math.abs(units - actualUnits[i]!)),
  );
  const [own, before] = [wape(actualUnits, predicted), wape(actualUnits, predictedBefore)];
  if (judgedOn < LEAST_TO_COMPARE || !Number.isFinite(own + before)) return null;
  const [drawn, drawnBefore] = drawWapes(actualUnits, misses, seededRandom(SEED)).byMethod;
  const { low, high } = differenceRange(drawn!, drawnBefore!);
  const verdict = high < 0 ? 'better' : low > 0 ? 'worse' : 'level';
  return { modelId, judgedOn, wape: own, wapeBefore: before, verdict };
}

/**
 * Whether the new model takes the place of the one in use: unless that one was clearly better. Where they are level the new one is used,
 * because it goes on to learn the launches that judged it, too.
 */
export function isPromoted(comparison: ModelComparison | null): boolean {
  return comparison?.verdict !== 'worse';
}

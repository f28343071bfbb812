import type { MeaningOf } from './nearest-launches.ts';
import { isRead, cosineSimilarity } from '#core/base/text/text-embeddings.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';

/** Likeness of names of different things: about the median over pairs of giftware titles. */
const USUAL_LIKENESS = 0.4;

/**
 * Returns a function that gives the similarity in meaning of a product's name and a launch's, 0–1. It gives NaN where
 * the language model cannot read the launch's name. Returns null where it has not read the product's name.
 */
export function titleSimilarity(
  product: string,
  { title, embeddings }: Pick<LaunchTable, 'title' | 'embeddings'>,
  rows: Uint32Array,
): MeaningOf | null {
  const own = embeddings?.get(product);
  if (!embeddings || !isRead(own)) return null;
  return (launch) => {
    const other = embeddings.get(title[rows[launch]!]!);
    return isRead(other) ? nearnessOfRead(own, other) : NaN;
  };
}

/** Returns the similarity in meaning of two names that the language model has read, 0–1. */
export function nearnessOfRead(own: Float32Array, other: Float32Array): number {
  const beyond = (cosineSimilarity(own, other) - USUAL_LIKENESS) / (1 - USUAL_LIKENESS);
  return Math.min(1, Math.max(0, beyond));
}

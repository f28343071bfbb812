import type { MeaningOf } from '../analogues/nearest-launches.ts';
import { isRead, likeness } from '../language/text-embeddings.ts';
import type { LaunchTable } from '../launch/launch-table.ts';

/** Of names of different things: about the median of pairs of giftware titles. */
const USUAL_LIKENESS = 0.4;

/**
 * What a product's name and that of each of these launches have in common by meaning, 0–1; NaN where the language model cannot read a
 * launch's. null where it has not read the product's.
 */
export function nearnessOfNames(
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

/** The same of two names that the language model has read. */
export function nearnessOfRead(own: Float32Array, other: Float32Array): number {
  const beyond = (likeness(own, other) - USUAL_LIKENESS) / (1 - USUAL_LIKENESS);
  return Math.min(1, Math.max(0, beyond));
}

import { isRead, cosineSimilarity } from '#core/base/text/text-embeddings.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';

/** Similarity of names of different things: about the median over pairs of giftware titles. */
const USUAL_SIMILARITY = 0.4;
/**
 * Share of meaning in the similarity of two products' names, where known. On real giftware, units of later launches
 * were closer to those of the nearest five than with a smaller share.
 */
const MEANING_SHARE = 0.5;

/** Returns the similarity in meaning of a product's name and a launch's, 0–1; NaN where not known. */
export type MeaningOf = (launch: number) => number;

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
    return isRead(other) ? meaningSimilarity(own, other) : NaN;
  };
}

/**
 * Returns the similarity in meaning of two names that the language model has read, 0–1: the cosine of their embeddings,
 * [512] each, beyond that of names of different things.
 */
export function meaningSimilarity(own: Float32Array, other: Float32Array): number {
  const beyond = (cosineSimilarity(own, other) - USUAL_SIMILARITY) / (1 - USUAL_SIMILARITY);
  return Math.min(1, Math.max(0, beyond));
}

/**
 * Returns the similarity of two products by words and meaning, 0–1.
 * @param words similarity by shared words, 0–1
 * @param meaning similarity in meaning, 0–1; NaN where not known: then words alone count
 */
export function withMeaning(words: number, meaning: number): number {
  return Number.isNaN(meaning) ? words : words + MEANING_SHARE * (meaning - words);
}

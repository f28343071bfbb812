// Measures how alike two products look, beyond how alike any two products of the shop do.

import { quantile } from '#core/base/statistics/statistics.ts';
import { cosineSimilarity, ofLengthOne } from '#core/base/text/text-embeddings.ts';
import type { Looks } from '#core/launch/looks.ts';
import { somePairs } from './some-pairs.ts';

/** With fewer pictures, what is usual in the shop is not known. */
const LEAST_PICTURES = 8;
/** Pairs whose median is the usual similarity. */
const MOST_PAIRS = 2_000;
/** Where most pictures are one, the others are compared beyond this. */
const MOST_USUAL = 0.9;

/** Returns how alike two owners of pictures look, 0–1, symmetric; NaN where not known. */
export type LookSimilarity = (one: string, other: string) => number;

/**
 * Returns the similarity of looks, (cos − usual) / (1 − usual) within 0–1, of embeddings less the mean of the shop's: a
 * shop's pictures share backgrounds and framing. `usual` is the median cosine of different owners. All is NaN with under
 * LEAST_PICTURES pictures that the image encoder has read.
 */
export function lookSimilarity(looks: Looks | undefined): LookSimilarity {
  const read = [...(looks ?? [])].flatMap(([owner, { embedding }]) =>
    embedding ? [[owner, embedding] as const] : [],
  );
  if (read.length < LEAST_PICTURES) return () => NaN;
  const size = read[0]![1].length;
  const mean = new Float64Array(size);
  for (const [, own] of read)
    for (let i = 0; i < size; i++) mean[i] = mean[i]! + own[i]! / read.length;
  const vectors = new Map(read.map(([owner, own]) => [owner, centred(own, mean)]));
  const usual = usualCosine([...vectors.values()]);
  return (one, other) => {
    const [own, its] = [vectors.get(one), vectors.get(other)];
    if (!own || !its) return NaN;
    const beyond = (cosineSimilarity(own, its) - usual) / (1 - usual);
    return Math.min(1, Math.max(0, beyond));
  };
}

/** Returns a vector less the mean, of length 1; zeros where it is the mean. */
function centred(vector: Float32Array, mean: Float64Array): Float32Array {
  return ofLengthOne(vector.map((value, i) => value - mean[i]!));
}

/** Returns the median cosine of different pictures, below 1. */
function usualCosine(vectors: readonly Float32Array[]): number {
  const cosines = somePairs(vectors.length, MOST_PAIRS).map(([one, other]) =>
    cosineSimilarity(vectors[one]!, vectors[other]!),
  );
  return Math.min(quantile(cosines, 0.5), MOST_USUAL);
}

/**
 * Returns the similarity of two products by words and looks, 0–1.
 * @param words by words and meaning, 0–1
 * @param look by looks, 0–1; NaN where not known: then they look no more alike than any two products
 * @param share 0: words only; 1: looks only
 */
export function withLook(words: number, look: number, share: number): number {
  return (1 - share) * words + share * (Number.isNaN(look) ? 0 : look);
}

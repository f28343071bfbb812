// Titles by meaning: where they lie in the two directions in which the listed ones differ most, and which lie nearest.

import { seededRandom } from '#core/base/random.ts';
import { principalComponents, project } from '#core/base/statistics/principal-components.ts';
import { cosineSimilarity } from '#core/base/text/text-embeddings.ts';

/** A place on the map. */
export interface MapPlace {
  readonly x: number;
  readonly y: number;
}

const SEED = 1;

/** Returns the places of the listed titles, then of others, which do not move them. */
export function placesOf(
  listed: readonly Float32Array[],
  others: readonly Float32Array[],
): MapPlace[] {
  const components = principalComponents(listed, 2, seededRandom(SEED));
  return [...listed, ...others].map((vector) => {
    const [x = 0, y = 0] = project(components, vector);
    return { x, y };
  });
}

/** Returns the indexes of the listed titles nearest in meaning, with the cosine similarity of each. */
export function nearestTitles(
  vector: Float32Array,
  listed: readonly Float32Array[],
  count: number,
): { readonly index: number; readonly similarity: number }[] {
  return listed
    .map((other, index) => ({ index, similarity: cosineSimilarity(vector, other) }))
    .sort((a, b) => b.similarity - a.similarity)
    .slice(0, count);
}

// Encodes embeddings of titles or pictures as a few inputs: their coordinates along the principal components of the
// history.

import { seededRandom } from '#core/base/random.ts';
import {
  principalComponents,
  type PrincipalComponents,
} from '#core/base/statistics/principal-components.ts';
import { isRead } from '#core/base/text/text-embeddings.ts';

/** Upper limit of inputs. On 6,000 games 48 inputs were no better than 16 and took ten times as long to learn. */
const MOST_INPUTS = 16;
const LAUNCHES_AN_INPUT = 40;
/** More embeddings change the directions little. */
const MOST_EMBEDDINGS = 1_000;
const SEED = 1;

/** Returns how many components are inputs, by the number of launches. */
export function componentInputCount(launchCount: number): number {
  return Math.min(MOST_INPUTS, Math.floor(launchCount / LAUNCHES_AN_INPUT));
}

/**
 * Fits the principal components of embeddings, each counted once. Returns null where there are too few launches or
 * nothing was read.
 * @param names title of each launch, or owner of its picture; '' where missing
 * @param embeddings by name; zeros where a name could not be read
 * @param count most components
 */
export function fitEmbeddingComponents(
  names: readonly string[],
  embeddings: ReadonlyMap<string, Float32Array>,
  count: number = componentInputCount(names.length),
): PrincipalComponents | null {
  const distinct = [...new Set(names)].filter((name) => isRead(embeddings.get(name)));
  const step = Math.max(1, distinct.length / MOST_EMBEDDINGS);
  const vectors = Array.from({ length: Math.floor(distinct.length / step) }, (_, i) =>
    embeddings.get(distinct[Math.floor(i * step)]!)!,
  );
  const found = principalComponents(vectors, count, seededRandom(SEED));
  return found.deviations.length > 0 ? found : null;
}

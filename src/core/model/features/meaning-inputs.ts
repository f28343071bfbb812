// Encodes the meaning of titles as a few inputs: the coordinates of their embeddings along the principal components of
// the history.

import { isRead, type TextEmbeddings } from '#core/base/text/text-embeddings.ts';
import { seededRandom } from '#core/base/random.ts';
import {
  principalComponents,
  type PrincipalComponents,
} from '#core/base/statistics/principal-components.ts';

/** Upper limit of inputs. On 6,000 games 48 inputs were no better than 16 and took ten times as long to learn. */
const MOST_INPUTS = 16;
const LAUNCHES_AN_INPUT = 40;
/** More titles change the directions little. */
const MOST_TITLES = 1_000;
const SEED = 1;

/**
 * Fits the principal components of the titles' embeddings. Returns null where there are too few launches or no readable
 * title.
 * @param titles titles of the launches; '' where missing
 */
export function fitMeaning(
  titles: readonly string[],
  embeddings: TextEmbeddings,
): PrincipalComponents | null {
  const distinct = [...new Set(titles)].filter((title) => isRead(embeddings.get(title)));
  const step = Math.max(1, distinct.length / MOST_TITLES);
  const count = Math.min(MOST_INPUTS, Math.floor(titles.length / LAUNCHES_AN_INPUT));
  const vectors = Array.from({ length: Math.floor(distinct.length / step) }, (_, i) =>
    embeddings.get(distinct[Math.floor(i * step)]!)!,
  );
  const found = principalComponents(vectors, count, seededRandom(SEED));
  return found.deviations.length > 0 ? found : null;
}

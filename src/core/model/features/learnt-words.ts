import { cosineSimilarity, type TextEmbeddings } from '#core/base/text/text-embeddings.ts';

/** Below this similarity, a word is no closer than most others. */
const LEAST_SIMILARITY = 0.5;
/** From this similarity up, a word has the same meaning. */
const SAME_SIMILARITY = 0.8;

/** The column of a known word, and how much of its meaning another word shares, 0–1. */
export interface LearntWord {
  readonly column: number;
  readonly share: number;
}

/**
 * Returns a lookup that maps a word absent from the history to the known word nearest in meaning, by the language
 * model. So words that the shop never used benefit from words that it did. Results are cached. A lookup gives undefined
 * where no word is near enough.
 * @param words known words, in the order of their columns
 */
export function learntWords(
  words: readonly string[],
  embeddings: TextEmbeddings | undefined,
): (word: string) => LearntWord | undefined {
  if (!embeddings) return () => undefined;
  const known = words.map((word) => embeddings.get(word));
  const found = new Map<string, LearntWord | undefined>();
  return (word) => {
    if (found.has(word)) return found.get(word);
    const nearest = nearestOf(embeddings.get(word), known);
    found.set(word, nearest);
    return nearest;
  };
}

function nearestOf(
  word: Float32Array | undefined,
  known: readonly (Float32Array | undefined)[],
): LearntWord | undefined {
  if (!word) return undefined;
  let [column, most] = [-1, LEAST_SIMILARITY];
  known.forEach((other, at) => {
    const similarity = other ? cosineSimilarity(word, other) : 0;
    if (similarity > most) [column, most] = [at, similarity];
  });
  if (column < 0) return undefined;
  return {
    column,
    share: Math.min(1, (most - LEAST_SIMILARITY) / (SAME_SIMILARITY - LEAST_SIMILARITY)),
  };
}

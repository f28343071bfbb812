import { likeness, type TextEmbeddings } from '../language/text-embeddings.ts';

/** Below it a word is like most others. */
const LEAST_LIKENESS = 0.5;
/** From here on it means the same. */
const SAME_LIKENESS = 0.8;

/** A known word, and how much of it another one says, 0–1. */
export interface MeantWord {
  readonly column: number;
  readonly share: number;
}

/**
 * For a word that the history does not have: the known one that means nearly the same, as the language model sees it. A word the
 * shop never used so helps through those that it did. Remembers what it was asked.
 * @param words in the order of their columns
 */
export function meantWords(
  words: readonly string[],
  embeddings: TextEmbeddings | undefined,
): (word: string) => MeantWord | undefined {
  if (!embeddings) return () => undefined;
  const known = words.map((word) => embeddings.get(word));
  const found = new Map<string, MeantWord | undefined>();
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
): MeantWord | undefined {
  if (!word) return undefined;
  let [column, most] = [-1, LEAST_LIKENESS];
  known.forEach((other, at) => {
    const alike = other ? likeness(word, other) : 0;
    if (alike > most) [column, most] = [at, alike];
  });
  if (column < 0) return undefined;
  return { column, share: Math.min(1, (most - LEAST_LIKENESS) / (SAME_LIKENESS - LEAST_LIKENESS)) };
}

import { words } from './split-words.ts';

/** Embeddings by text: 512 numbers of length 1, or zeros where the language model can read nothing. */
export type TextEmbeddings = ReadonlyMap<string, Float32Array>;

export interface NamesByMeaning {
  /** Read as a whole, and word by word. */
  readonly titles: readonly string[];
  /** Titles that are read word by word only. */
  readonly wordsOf?: readonly string[] | undefined;
}

/** Returns the distinct non-empty texts to embed: titles, and the words of all. */
export function textsToEmbed({ titles, wordsOf = [] }: NamesByMeaning): string[] {
  const texts = new Set<string>(titles);
  for (const some of [titles, wordsOf])
    for (const each of some) for (const word of words(each)) texts.add(word);
  texts.delete('');
  return [...texts];
}

/**
 * Returns the cosine similarity of two embeddings, of which the second begins at `atB`; 0 where the language model could
 * not read one of them.
 */
export function cosineSimilarity(a: Float32Array, b: Float32Array, atB = 0): number {
  // Four sums run in parallel: each addition would otherwise wait for the previous one, and pages compare tens of
  // thousands.
  let [first, second, third, fourth] = [0, 0, 0, 0];
  let i = 0;
  for (; i + 3 < a.length; i += 4) {
    first += a[i]! * b[atB + i]!;
    second += a[i + 1]! * b[atB + i + 1]!;
    third += a[i + 2]! * b[atB + i + 2]!;
    fourth += a[i + 3]! * b[atB + i + 3]!;
  }
  for (; i < a.length; i++) first += a[i]! * b[atB + i]!;
  return first + second + third + fourth;
}

/** Returns a vector of length 1; zeros where it has none. */
export function ofLengthOne(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  return length > 0 ? vector.map((value) => value / length) : vector;
}

/** Returns whether the language model could read the text: an unreadable one has zeros. */
export function isRead(embedding: Float32Array | undefined): embedding is Float32Array {
  return embedding?.some((value) => value !== 0) ?? false;
}

// What stands for a category where words find nothing: the search term or niche that means nearly the same as its name and titles.

import { cosineSimilarity, isRead, type TextEmbeddings } from '#core/base/text/text-embeddings.ts';

/** What stands for a category by meaning: a search term, or the name of a niche. */
export type JoinsByMeaning = Readonly<Record<string, string>>;

/** Joins that the language model found and that are stored: words and the seller's choices come before them. */
export interface MeaningFound {
  readonly terms: JoinsByMeaning;
  readonly niches: JoinsByMeaning;
}

export interface CategoryTitles {
  readonly category: string;
  /** Titles of some of its products. */
  readonly titles: readonly string[];
}

/** Among more names none is found: the more there are, the more of them seem near to a category that has none. */
export const MOST_NAMES = 100;

/** Cosine from which a name is taken; chosen on other shops than those it was measured on (README). */
const LEAST_LIKENESS = 0.5;
/** A name must be nearer to its category than to any other by this much. */
const LEAST_LEAD = 0.05;

/**
 * Returns the name that means nearly the same as each category; nothing where none does, where another category is about as near
 * to it, and where there are more than 100 names. A category is the mean of the direction of its name and that of its titles, each
 * seen from the mean of all, which takes away what all texts of a shop share (Mu and Viswanath 2018, All-but-the-Top).
 * @param embeddings of all names, categories and titles; texts without one count for nothing
 */
export function joinsByMeaning(
  categories: readonly CategoryTitles[],
  names: readonly string[],
  embeddings: TextEmbeddings,
): JoinsByMeaning {
  if (names.length > MOST_NAMES) return {};
  const known = (texts: readonly string[]) =>
    texts.map((text) => embeddings.get(text)).filter(isRead);
  const parts = categories.map(({ category, titles }) =>
    [known([category]), known(titles)].flatMap((some) => (some.length > 0 ? [meanOf(some)] : [])),
  );
  const read = names.filter((name) => isRead(embeddings.get(name)));
  const centre = meanOf([...parts.flat(), ...known(read)]);
  const from = (embedding: Float32Array) => directionOf(embedding.map((x, i) => x - centre[i]!));
  const meant = known(read).map(from);
  const likeness = parts.map((some) => {
    const own = some.length > 0 ? directionOf(meanOf(some.map(from))) : null;
    return meant.map((each) => (own ? cosineSimilarity(own, each) : 0));
  });
  const found = categories.flatMap(({ category }, i) => {
    const place = clearPlace(likeness, i);
    return place === null ? [] : [[category, read[place]!] as const];
  });
  return Object.fromEntries(found);
}

/** Returns the place of the name that is nearest to a category and clearly nearer to it than to others; null where there is none. */
function clearPlace(likeness: readonly (readonly number[])[], row: number): number | null {
  const own = likeness[row]!;
  const best = Math.max(...own);
  if (!(best >= LEAST_LIKENESS)) return null;
  const place = own.indexOf(best);
  const isClear = likeness.every((other, i) => i === row || best - other[place]! >= LEAST_LEAD);
  return isClear ? place : null;
}

function meanOf(vectors: readonly Float32Array[]): Float32Array {
  const mean = new Float32Array(vectors[0]?.length ?? 0);
  for (const vector of vectors)
    for (let i = 0; i < mean.length; i++) mean[i] = mean[i]! + vector[i]! / vectors.length;
  return mean;
}

/** Returns the vector at length 1; zeros stay. */
function directionOf(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  return length > 0 ? vector.map((x) => x / length) : vector;
}

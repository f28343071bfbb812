import { stemsOf } from './stems-of.ts';

/** Share of a term's words that must be the shop's. */
const LEAST_SHARED = 0.5;

/**
 * Returns whether a search term may be about a shop's products: whether at least half of its words stand in a title or a
 * category, whatever their plural endings. Numbers count as no words.
 * @param texts titles and categories of the shop's products
 */
export function shopTerms(texts: Iterable<string>): (term: string) => boolean {
  const known = new Set<string>();
  for (const text of texts) for (const stem of stemsOf(text)) known.add(stem);
  return (term) => {
    const stems = [...stemsOf(term)].filter((stem) => /\p{L}/u.test(stem));
    const shared = stems.filter((stem) => known.has(stem)).length;
    return shared > 0 && shared >= LEAST_SHARED * stems.length;
  };
}

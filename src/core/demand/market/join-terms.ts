// Which search term stands for a category: the one that shares the most words with it, unless the seller says.

import { ownValue } from '#core/base/lookup.ts';
import { nearestByWords } from './nearest-by-words.ts';
import { stemsOf } from './stems-of.ts';

/** The seller's own choices: a term by category; '' where none is to stand for it. */
export type TermChoices = Readonly<Record<string, string>>;

/**
 * Returns the term of each category; null where none suits. Words are compared without plural endings; of terms that share as
 * many, the first is taken.
 */
export function joinTerms(
  categories: readonly string[],
  terms: readonly string[],
  choices: TermChoices = {},
): (string | null)[] {
  const known = terms.map((term) => ({ item: term, stems: stemsOf(term) }));
  return categories.map((category) => {
    const chosen = ownValue(choices, category);
    if (chosen !== undefined) return terms.includes(chosen) ? chosen : null;
    return nearestByWords(category, known);
  });
}

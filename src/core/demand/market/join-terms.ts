// Which search term stands for a category: the one that shares the most words with it, else the one that means nearly the same,
// unless the seller says.

import { ownValue } from '#core/base/lookup.ts';
import type { JoinsByMeaning } from './joins-by-meaning.ts';
import { nearestByWords } from './nearest-by-words.ts';
import { stemsOf } from './stems-of.ts';

/** The seller's own choices: a term by category; '' where none is to stand for it. */
export type TermChoices = Readonly<Record<string, string>>;

/**
 * Returns the term of each category; null where none suits. Words are compared without plural endings; of terms that share as
 * many, the first is taken.
 * @param meant terms that were found by meaning; they count where no term shares words, and while it is among the terms
 */
export function joinTerms(
  categories: readonly string[],
  terms: readonly string[],
  choices: TermChoices = {},
  meant: JoinsByMeaning = {},
): (string | null)[] {
  const known = terms.map((term) => ({ item: term, stems: stemsOf(term) }));
  return categories.map((category) => {
    const chosen = ownValue(choices, category);
    const given = chosen ?? nearestByWords(category, known) ?? ownValue(meant, category);
    return given !== undefined && terms.includes(given) ? given : null;
  });
}

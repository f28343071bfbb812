// Finds names that seem to mean the same product. Names are looked up by their words, so a hundred thousand need not be
// compared pairwise.

import { oneEditFinder } from '#core/base/text/one-edit-apart.ts';
import { titleWords } from './title-words.ts';

/** A name, and another that means the same. */
export interface SimilarTitle {
  readonly title: string;
  readonly same: string;
}

/**
 * Returns the names that mean the same as another one, in order, each at most once and without the first of each group.
 * Names mean the same if they differ only in
 * - the order of words, punctuation, case, accents, "the" or the plural;
 * - an edit (a letter too many, missing or wrong, or two swapped) in a word of five letters or more that no other name
 *   has.
 * A whole word in only one of them, such as a colour or a size, makes them different products. So does a number.
 */
export function similarTitles(titles: readonly string[]): SimilarTitle[] {
  const byWords = new Map<string, string>();
  const found = new Map<string, string>();
  const named = titles
    .map((title) => ({ title, words: titleWords(title) }))
    .filter(({ words }) => words.some((word) => LETTER.test(word)));
  for (const { title, words } of named) {
    const earlier = byWords.get(keyOf(words));
    if (earlier === undefined) byWords.set(keyOf(words), title);
    else found.set(title, earlier);
  }
  const meant = correctionsOf(named);
  // If either name could be the typo, it is the later one.
  for (const name of named.toReversed()) {
    if (found.has(name.title)) continue;
    const same = meant(name)
      .map((words) => byWords.get(keyOf(words)))
      .find((title) => title !== undefined);
    if (same !== undefined && found.get(same) !== name.title) found.set(name.title, same);
  }
  return titles.flatMap((title) => {
    const same = found.get(title);
    return same === undefined ? [] : [{ title, same }];
  });
}

const LETTER = /\p{L}/u;

interface NamedProduct {
  readonly title: string;
  readonly words: readonly string[];
}

/** Ignores the order of words but not of numbers. */
function keyOf(words: readonly string[]): string {
  const numbers = words.filter((word) => !LETTER.test(word));
  return [...words.filter((word) => LETTER.test(word)).sort(), ...numbers].join(' ');
}

/** Chinese is not spelled: another character is another word. */
const SPELLED = /^\p{Script=Latin}+$/u;

/** Returns a function that corrects a name: it replaces a unique word by words that are one edit away. */
function correctionsOf(named: readonly NamedProduct[]): (name: NamedProduct) => string[][] {
  const counts = new Map<string, number>();
  for (const { words } of named)
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const oneEditFrom = oneEditFinder([...counts.keys()].filter((word) => SPELLED.test(word)));
  return ({ words }) => {
    // A name of a single word with a typo is another name.
    if (words.length < 2) return [];
    const typos = words.filter((word) => counts.get(word) === 1 && SPELLED.test(word));
    return typos.flatMap((typo) =>
      oneEditFrom(typo).map((word) => words.map((each) => (each === typo ? word : each))),
    );
  };
}

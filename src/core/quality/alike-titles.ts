// Names that seem to be one product's. Names are looked up by their words, so that no two of a hundred thousand have to be compared.

import { slipFinder } from './one-slip.ts';
import { titleWords } from './title-words.ts';

/** A name, and another one that says the same. */
export interface AlikeTitle {
  readonly title: string;
  readonly alike: string;
}

/**
 * Of distinct names, each at most once, in their order: those that say what another does, but for the first of them. What counts is
 * - the same words in another order, with other punctuation, case or accents, with or without "the", in the plural;
 * - a slip of the pen in a word of five letters or more that no other name has: a letter too many, missing or wrong, or two swapped.
 * A whole word that only one of them has tells products apart, be it a colour or a size, and so does a number.
 */
export function alikeTitles(titles: readonly string[]): AlikeTitle[] {
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
  // Where either may be the slip, it is the later one.
  for (const name of named.toReversed()) {
    if (found.has(name.title)) continue;
    const alike = meant(name)
      .map((words) => byWords.get(keyOf(words)))
      .find((title) => title !== undefined);
    if (alike !== undefined && found.get(alike) !== name.title) found.set(name.title, alike);
  }
  return titles.flatMap((title) => {
    const alike = found.get(title);
    return alike === undefined ? [] : [{ title, alike }];
  });
}

const LETTER = /\p{L}/u;

interface NamedProduct {
  readonly title: string;
  readonly words: readonly string[];
}

/** Words may stand in any order, numbers not. */
function keyOf(words: readonly string[]): string {
  const numbers = words.filter((word) => !LETTER.test(word));
  return [...words.filter((word) => LETTER.test(word)).sort(), ...numbers].join(' ');
}

/** Chinese is not spelled: another character is another word. */
const SPELLED = /^\p{Script=Latin}+$/u;

/** The words that a name may have meant, where one of them that no other name has is one slip from another. */
function correctionsOf(named: readonly NamedProduct[]): (name: NamedProduct) => string[][] {
  const counts = new Map<string, number>();
  for (const { words } of named)
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const oneSlipFrom = slipFinder([...counts.keys()].filter((word) => SPELLED.test(word)));
  return ({ words }) => {
    // Alone, with a slip, it is another name.
    if (words.length < 2) return [];
    const slips = words.filter((word) => counts.get(word) === 1 && SPELLED.test(word));
    return slips.flatMap((slip) =>
      oneSlipFrom(slip).map((word) => words.map((each) => (each === slip ? word : each))),
    );
  };
}

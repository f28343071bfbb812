// The terms of a review: words, pairs of words, words under a negator, its first words, and one to three Chinese
// characters that follow each other.

import { ENGLISH_NEGATORS } from './lexicon-english.ts';
import { isHanRun, type Clause } from './review-clauses.ts';

/** Words after a negator, within its clause, that are marked as negated. */
const NEGATED_WORDS = 3;
/** The first words are terms of their own too: a title, or a text's opening, tells most. */
const OPENING_WORDS = 6;
const LONGEST_HAN = 3;

/** Calls `add` with each term of the clauses, as often as it occurs. */
export function eachTerm(clauses: readonly Clause[], add: (term: string) => void): void {
  const opening = { left: OPENING_WORDS };
  eachTermAfter(opening, clauses, add);
}

/** How many words of the opening are still to come. */
export interface Opening {
  left: number;
}

/** The same for a part of a text; `opening` counts down from part to part. */
export function eachTermAfter(
  opening: Opening,
  clauses: readonly Clause[],
  add: (term: string) => void,
): void {
  for (const clause of clauses) {
    let before = '';
    let negated = 0;
    for (const word of clause) {
      if (isHanRun(word)) {
        eachHanTerm(word, add);
        before = '';
        continue;
      }
      add(word);
      if (before !== '') add(`${before} ${word}`);
      if (opening.left-- > 0) add(`^${word}`);
      if (ENGLISH_NEGATORS.has(word)) negated = NEGATED_WORDS;
      else if (negated-- > 0) add(`not:${word}`);
      before = word;
    }
  }
}

/** A new count of the words that open a text. */
export function newOpening(): Opening {
  return { left: OPENING_WORDS };
}

function eachHanTerm(run: string, add: (term: string) => void): void {
  const characters = Array.from(run);
  for (let at = 0; at < characters.length; at++) {
    let term = '';
    for (let k = at; k < Math.min(at + LONGEST_HAN, characters.length); k++) {
      term += characters[k]!;
      add(term);
    }
  }
}

import { isKnownCharacter, type Glosses } from './glosses.ts';
import { lettersOnly } from './letters-only.ts';

const LETTER = /\p{L}/gu;
const LATIN = /\p{Script=Latin}/u;
const HAN = /\p{Script=Han}/u;

/**
 * Returns the share, 0–1, of a text's letters that the language model cannot read. These are letters of other scripts
 * than Latin, and Chinese characters without a gloss. 0 for a text without letters.
 */
export function unreadableShare(text: string, glosses: Glosses | null): number {
  const letters = lettersOnly(text).match(LETTER) ?? [];
  const unreadable = letters.filter((letter) => !isReadable(letter, glosses));
  return letters.length === 0 ? 0 : unreadable.length / letters.length;
}

/** Share of unreadable names above which the app warns. */
const MANY = 0.25;
const CHINESE = /\p{Script=Han}/gu;

/**
 * Returns whether many names consist mostly of letters that the language model cannot read. Chinese counts as readable.
 */
export function areOftenUnreadable(names: readonly string[]): boolean {
  const unreadable = names.filter((name) => unreadableShare(name.replace(CHINESE, ''), null) > 0.5);
  return unreadable.length > MANY * names.length;
}

function isReadable(letter: string, glosses: Glosses | null): boolean {
  if (HAN.test(letter)) return glosses !== null && isKnownCharacter(letter, glosses);
  return LATIN.test(letter);
}

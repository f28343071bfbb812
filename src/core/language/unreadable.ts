import { isKnownCharacter, type Glosses } from './glosses.ts';
import { plainText } from './plain-text.ts';

const LETTER = /\p{L}/gu;
const LATIN = /\p{Script=Latin}/u;
const HAN = /\p{Script=Han}/u;

/**
 * The share, 0–1, of a text's letters that the language model cannot read: of scripts other than Latin, and Chinese characters that no
 * gloss has, or all of them without glosses. 0 for a text without letters.
 */
export function unreadableShare(text: string, glosses: Glosses | null): number {
  const letters = plainText(text).match(LETTER) ?? [];
  const unreadable = letters.filter((letter) => !isReadable(letter, glosses));
  return letters.length === 0 ? 0 : unreadable.length / letters.length;
}

/** From this share of a shop's names on it is worth telling. */
const MANY = 0.25;
const CHINESE = /\p{Script=Han}/gu;

/** Whether many names are mostly in letters that the language model cannot read; Chinese is taken as glossed. */
export function areOftenUnreadable(names: readonly string[]): boolean {
  const unreadable = names.filter((name) => unreadableShare(name.replace(CHINESE, ''), null) > 0.5);
  return unreadable.length > MANY * names.length;
}

function isReadable(letter: string, glosses: Glosses | null): boolean {
  if (HAN.test(letter)) return glosses !== null && isKnownCharacter(letter, glosses);
  return LATIN.test(letter);
}

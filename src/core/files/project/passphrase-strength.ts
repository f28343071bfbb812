// Estimates how well a passphrase resists guessing, by its length and, because people repeat themselves, by its number
// of distinct characters. Popular passphrases are not recognised.

/** Strength classes; too-short is refused. */
export type PassphraseStrength = 'too-short' | 'weak' | 'fair' | 'strong';

export const LEAST_CHARACTERS = 8;
const FAIR_FROM = 12;
const STRONG_FROM = 16;
const LEAST_DIFFERENT = 6;
/** Scripts with so many characters that one counts as two letters. */
const OF_MANY = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Returns the strength of a passphrase, after NFKC and without spaces at its ends. */
export function passphraseStrength(passphrase: string): PassphraseStrength {
  const characters = Array.from(passphrase.normalize('NFKC').trim());
  const worth = characters.reduce((sum, each) => sum + (OF_MANY.test(each) ? 2 : 1), 0);
  if (worth < LEAST_CHARACTERS) return 'too-short';
  const different = new Set(characters).size;
  if (worth < FAIR_FROM || different < LEAST_DIFFERENT) return 'weak';
  return worth < STRONG_FROM || different < LEAST_CHARACTERS ? 'fair' : 'strong';
}

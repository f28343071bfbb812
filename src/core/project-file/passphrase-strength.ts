// How long a passphrase holds against guessing, told by its length: people repeat themselves, so that only different characters count in
// full. What is known to be popular is not known here.

/** too-short is refused. */
export type PassphraseStrength = 'too-short' | 'weak' | 'fair' | 'strong';

export const LEAST_CHARACTERS = 8;
const FAIR_FROM = 12;
const STRONG_FROM = 16;
const LEAST_DIFFERENT = 6;
/** There are so many that one of them is worth two letters. */
const OF_MANY = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;

export function passphraseStrength(passphrase: string): PassphraseStrength {
  const characters = Array.from(passphrase.normalize('NFKC').trim());
  const worth = characters.reduce((sum, each) => sum + (OF_MANY.test(each) ? 2 : 1), 0);
  if (worth < LEAST_CHARACTERS) return 'too-short';
  const different = new Set(characters).size;
  if (worth < FAIR_FROM || different < LEAST_DIFFERENT) return 'weak';
  return worth < STRONG_FROM || different < LEAST_CHARACTERS ? 'fair' : 'strong';
}

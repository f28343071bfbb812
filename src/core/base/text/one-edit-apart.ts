// Finds texts that are one edit apart: a letter too many, missing or wrong, or two neighbours swapped.

/** Shorter words with one letter changed are too often other words: "tea", "pea". */
const LETTERS_ENOUGH = 5;
/** Fewest letters if two are swapped, or one is too many or missing: "Mgus", "Muggs". */
export const FEWEST_LETTERS = 4;
/** Longer texts are sentences, not levels. */
const LETTERS_MOST = 40;

/**
 * Returns a text and its variants with one letter removed; empty if the text is too short or too long. Two texts one
 * edit apart share one of these (the idea of SymSpell), so pairs need not be compared.
 */
export function shortened(text: string, fewest: number = LETTERS_ENOUGH): string[] {
  if (text.length < fewest || text.length > LETTERS_MOST) return [];
  return [...new Set([text, ...Array.from(text, (_, i) => text.slice(0, i) + text.slice(i + 1))])];
}

/** Returns a function that finds the words one edit from a given one. */
export function oneEditFinder(words: readonly string[]): (word: string) => string[] {
  const near = new Map<string, string[]>();
  for (const word of words) {
    for (const short of shortened(word)) {
      const sharing = near.get(short);
      if (sharing) sharing.push(word);
      else near.set(short, [word]);
    }
  }
  return (word) => {
    const candidates = new Set(shortened(word).flatMap((short) => near.get(short) ?? []));
    return [...candidates].filter((other) => isOneEditApart(word, other));
  };
}

/**
 * Returns whether two texts are one edit apart. Digits must be equal, since "Size 10" and "Size 12" are different
 * sizes.
 */
export function isOneEditApart(a: string, b: string): boolean {
  if (a === b || digitsOf(a) !== digitsOf(b)) return false;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  let from = 0;
  while (from < short.length && short[from] === long[from]) from += 1;
  if (long.length > short.length) return short.slice(from) === long.slice(from + 1);
  const isSwap =
    short[from] === long[from + 1] &&
    short[from + 1] === long[from] &&
    short.slice(from + 2) === long.slice(from + 2);
  return isSwap || short.slice(from + 1) === long.slice(from + 1);
}

/**
 * Returns the same as `isOneEditApart`, also for words of four letters. "Mugs" and "Mgus" are one edit apart. "Bags"
 * and "Bugs" are different words, and so are 女士上衣 and 女士长上衣.
 */
export function isOneEditOfAnyLength(a: string, b: string): boolean {
  if (!isOneEditApart(a, b)) return false;
  if (Math.min(a.length, b.length) >= LETTERS_ENOUGH) return true;
  return !WITHOUT_LETTERS.test(a + b) && (a.length !== b.length || lettersOf(a) === lettersOf(b));
}

/** Scripts in which each character is a word or a syllable. */
const WITHOUT_LETTERS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

function lettersOf(text: string): string {
  return Array.from(text).sort().join('');
}

/** Returns the digits of a text, of any script, in their order. */
export function digitsOf(text: string): string {
  return text.replace(/\P{N}/gu, '');
}

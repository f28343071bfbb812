// A sentence as units that phrases are matched on: the stem of a word, one Chinese sign, or a break.

/** Stands where a clause ends, in Chinese also at a space. Negation does not reach over it. */
export const BREAK = '|';

const UNIT =
  /\p{Script=Han}|[$€£¥]?[\p{Script=Latin}\p{M}\p{Nd}]+(?:['’][\p{Script=Latin}\p{Nd}]+)*|[\p{Script=Cyrillic}\p{Script=Greek}]+|[,.;:!?…，。；：！？、~～()（）\n|]+|(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu;
const IS_BREAK = /^[\s,.;:!?…，。；：！？、~～()（）|]/u;
const HAS_DIGIT = /\d/;
const DIGITS = /\d+/g;
const WIDE_LATIN = /[\uFF10-\uFF5A]/;

/**
 * Returns the units of a text, in order. Digits become "#", so that 5'8" stands for any height and "120lbs" for any weight.
 */
export function textUnits(text: string): string[] {
  return textTokens(text).map(unitOf);
}

/** Returns a key that is equal for phrases that match the same texts. */
export function phraseKey(phrase: string): string {
  return textUnits(phrase).join(' ');
}

/** Returns what the units of a text are made of, in lower case. */
export function textTokens(text: string): string[] {
  const plain = WIDE_LATIN.test(text) ? text.normalize('NFKC') : text;
  return plain.toLowerCase().match(UNIT) ?? [];
}

/** Tokens repeat, so that a unit is looked up rather than found again. Emptied when it is full. */
const UNITS = new Map<string, string>();
const MOST_UNITS = 50_000;

/** Returns the unit of a token that `textTokens` gave. */
export function unitOf(token: string): string {
  const known = UNITS.get(token);
  if (known !== undefined) return known;
  if (UNITS.size >= MOST_UNITS) UNITS.clear();
  const unit = foundUnit(token);
  UNITS.set(token, unit);
  return unit;
}

function foundUnit(token: string): string {
  if (IS_BREAK.test(token)) return BREAK;
  return HAS_DIGIT.test(token) ? token.replace(DIGITS, '#') : stemmed(token);
}

const VOWEL = /[aeiouy]/;
/** What is left of "sized" and "fading", but not of "boxed" and "showing". */
const LOST_E = /^[^aeiou][aeiou][^aeiouwxy]$/;

/**
 * Takes the endings of English verbs and plurals off a word of four or more letters: "fits", "fitted" and "fitting"
 * become "fit", "pricing" and "price" become "pric". Coarser and faster than Porter's stemmer, and gentler with short
 * words, which decide here: "cute" is not "cut".
 */
export function stemmed(word: string): string {
  if (word.length <= 3) return word;
  let stem = word.replace(/['’]s?$/, '');
  if (/n['’]t$/.test(stem)) return stem.replace('’', "'");
  if (stem.endsWith('ies') && stem.length > 4) return `${stem.slice(0, -3)}y`;
  if (/(?:ss|x|zz|ch|sh)es$/.test(stem)) stem = stem.slice(0, -2);
  else if (/[^sui]s$/.test(stem)) stem = stem.slice(0, -1);
  const bare = stem.replace(/(?:ing|ed)$/, '');
  if (bare !== stem && bare.length >= 3 && VOWEL.test(bare)) {
    stem = LOST_E.test(bare) ? `${bare}e` : bare.replace(/([bdfgkmnprt])\1$/, '$1');
  }
  return stem.length > 4 ? stem.replace(/e$/, '') : stem;
}

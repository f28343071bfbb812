// Levels of a text column that seem to be one and the same: written in two ways, or mistyped.

import { spellingKey } from '../text.ts';

/** The distinct texts of a column and how many rows hold each. */
interface Levels {
  readonly texts: readonly string[];
  readonly counts: ArrayLike<number>;
}

/** Texts that differ in case, spaces, width, accents or punctuation only: each to the commonest of them. */
export function spellingVariants({ texts, counts }: Levels): ReadonlyMap<string, string> {
  const groups = new Map<string, string[]>();
  const countOf = new Map(texts.map((text, place) => [text, counts[place]!]));
  for (const text of texts) {
    if (text === '') continue;
    const key = spellingKey(text);
    groups.set(key, [...(groups.get(key) ?? []), text]);
  }
  return new Map(
    [...groups.values()].flatMap((group) => {
      const [first, ...others] = group.sort(
        (a, b) => countOf.get(b)! - countOf.get(a)! || (a < b ? -1 : 1),
      );
      return others.map((other) => [other, first!] as const);
    }),
  );
}

/** Shorter words are too often other words: "tea", "pea". */
const LETTERS_ENOUGH = 5;
/** Longer texts are sentences, not levels. */
const LETTERS_MOST = 40;
/** A slip is rare beside what was meant. */
const RARER = 10;
/** With more levels than this, words of one letter's difference are to be expected. */
const MOST_LEVELS = 20_000;

/** Rare texts that are one letter, or two swapped letters, from a common one: each to that one. */
export function possibleTypos({ texts, counts }: Levels): ReadonlyMap<string, string> {
  const typos = new Map<string, string>();
  if (texts.length > MOST_LEVELS) return typos;
  const common = [...texts.keys()].filter((place) => counts[place]! >= RARER);
  if (common.length === 0) return typos;
  const near = placesByShortened(texts, common);
  texts.forEach((text, place) => {
    const key = comparedText(text);
    const meant = shortened(key)
      .flatMap((short) => near.get(short) ?? [])
      .filter((other) => counts[other]! >= RARER * counts[place]!)
      .filter((other) => isOneSlipApart(key, comparedText(texts[other]!)))
      .sort((a, b) => counts[b]! - counts[a]!)[0];
    if (meant !== undefined) typos.set(text, texts[meant]!);
  });
  return typos;
}

/** Two texts of one slip share a text that lacks a letter of either (SymSpell's idea), so none is compared with all. */
function placesByShortened(
  texts: readonly string[],
  places: readonly number[],
): Map<string, number[]> {
  const near = new Map<string, number[]>();
  for (const place of places) {
    for (const short of shortened(comparedText(texts[place]!))) {
      const sharing = near.get(short);
      if (sharing) sharing.push(place);
      else near.set(short, [place]);
    }
  }
  return near;
}

function shortened(key: string): string[] {
  if (key.length < LETTERS_ENOUGH || key.length > LETTERS_MOST) return [];
  return [...new Set([key, ...Array.from(key, (_, i) => key.slice(0, i) + key.slice(i + 1))])];
}

function comparedText(text: string): string {
  return text.toLowerCase();
}

/** "Size 10" and "Size 12" are two sizes: only letters are mistyped. */
function isOneSlipApart(a: string, b: string): boolean {
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

function digitsOf(text: string): string {
  return text.replace(/\P{N}/gu, '');
}

// Finds levels of a text column that seem to be the same, spelled differently or mistyped.

import { spellingKey } from '#core/base/text/split-words.ts';
import { FEWEST_LETTERS, isOneEditOfAnyLength, shortened } from '#core/base/text/one-edit-apart.ts';

/** The distinct texts of a column, and the number of rows that hold each. */
interface Levels {
  readonly texts: readonly string[];
  readonly counts: ArrayLike<number>;
}

/** Maps texts that differ only in case, spaces, width, accents or punctuation to the commonest of them. */
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

/** A typo is at least this many times rarer than the intended text. */
const RARER = 10;
/** With more levels, some differ by one letter by chance. */
const MOST_LEVELS = 20_000;

/**
 * Maps rare texts that are one edit from a common text to that text. An edit is a letter too many, missing or wrong, or
 * two neighbours swapped. With four letters, another letter makes another word ("Bags", "Bugs"), so there only the
 * other edits count.
 */
export function possibleTypos({ texts, counts }: Levels): ReadonlyMap<string, string> {
  const typos = new Map<string, string>();
  if (texts.length > MOST_LEVELS) return typos;
  const common = [...texts.keys()].filter((place) => counts[place]! >= RARER);
  if (common.length === 0) return typos;
  const near = placesByShortened(texts, common);
  texts.forEach((text, place) => {
    const key = comparedText(text);
    const meant = shortened(key, FEWEST_LETTERS)
      .flatMap((short) => near.get(short) ?? [])
      .filter((other) => counts[other]! >= RARER * counts[place]!)
      .filter((other) => isOneEditOfAnyLength(key, comparedText(texts[other]!)))
      .sort((a, b) => counts[b]! - counts[a]!)[0];
    if (meant !== undefined) typos.set(text, texts[meant]!);
  });
  return typos;
}

function placesByShortened(
  texts: readonly string[],
  places: readonly number[],
): Map<string, number[]> {
  const near = new Map<string, number[]>();
  for (const place of places) {
    for (const short of shortened(comparedText(texts[place]!), FEWEST_LETTERS)) {
      const sharing = near.get(short);
      if (sharing) sharing.push(place);
      else near.set(short, [place]);
    }
  }
  return near;
}

function comparedText(text: string): string {
  return text.toLowerCase();
}

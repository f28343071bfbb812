// Which niche stands for a category: the one whose name or terms share the most words with it, else the one whose name means nearly
// the same, unless the seller says.

import { ownValue } from '#core/base/lookup.ts';
import type { JoinsByMeaning } from '../market/joins-by-meaning.ts';
import { nearestByWords } from '../market/nearest-by-words.ts';
import { stemsOf } from '../market/stems-of.ts';
import type { KnownNiche } from './known-niches.ts';
import { nicheKey } from './niche-name.ts';

/** The seller's own choices: the name of a niche by category; '' where none is to stand for it. */
export type NicheChoices = Readonly<Record<string, string>>;

/**
 * Returns the niche of each category, whether or not the shop has sold in it; null where none suits, where the seller chose none,
 * and where files no longer have the chosen one.
 * @param niches of different names, as `knownNiches` returns them
 * @param meant names of niches that were found by meaning; they count where no niche shares words
 */
export function joinNiches(
  categories: readonly string[],
  niches: readonly KnownNiche[],
  choices: NicheChoices = {},
  meant: JoinsByMeaning = {},
): (KnownNiche | null)[] {
  const worded = niches.flatMap((niche) =>
    [niche.name, ...niche.terms].map((text) => ({ item: niche, stems: stemsOf(text) })),
  );
  const named = new Map(niches.map((niche) => [nicheKey(niche.name), niche]));
  return categories.map((category) => {
    const chosen = ownValue(choices, category);
    const near = chosen === undefined ? nearestByWords(category, worded) : null;
    if (near) return near;
    const name = chosen ?? ownValue(meant, category) ?? '';
    return name === '' ? null : (named.get(nicheKey(name)) ?? null);
  });
}

/** More names make a list that nobody reads. */
const MOST_OFFERED = 100;

/**
 * Returns the niches that each category can be joined to: all; of more than 100, the first 100 that share a word with it. The one
 * that stands for it is always among them.
 * @param joined what stands for each category, as `joinNiches` returns it
 */
export function nichesToOffer(
  categories: readonly string[],
  niches: readonly KnownNiche[],
  joined: readonly (KnownNiche | null)[] = [],
): (readonly KnownNiche[])[] {
  if (niches.length <= MOST_OFFERED) return categories.map(() => niches);
  const worded = niches.map((niche) => ({
    niche,
    stems: new Set([niche.name, ...niche.terms].flatMap((text) => [...stemsOf(text)])),
  }));
  return categories.map((category, i) => {
    const own = [...stemsOf(category)];
    const near = worded.filter(({ stems }) => own.some((stem) => stems.has(stem)));
    const offered = near.slice(0, MOST_OFFERED).map(({ niche }) => niche);
    const standing = joined[i];
    return standing && !offered.includes(standing) ? [standing, ...offered] : offered;
  });
}

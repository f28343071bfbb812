import { joinNiches } from '#core/demand/niche/join-niches.ts';
import { knownNiches, type KnownNiche } from '#core/demand/niche/known-niches.ts';
import type { StoredDemand } from '#storage/data/demand.ts';

/** Returns the niche of each of these categories that has one. */
export function nichesOf(
  { files, nicheChoices, meaning }: Pick<StoredDemand, 'files' | 'nicheChoices' | 'meaning'>,
  categories: Iterable<string>,
): ReadonlyMap<string, KnownNiche> {
  const names = [...new Set(categories)].filter((name) => name !== '');
  const joined = joinNiches(names, knownNiches(files), nicheChoices, meaning?.niches);
  return new Map(names.flatMap((name, i) => (joined[i] ? [[name, joined[i]] as const] : [])));
}

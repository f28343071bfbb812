// Which halo effects a new product can count on: those of launches of its group, or of the group whose launches its title
// is most like.

import { spellingKey, words } from '#core/base/text/split-words.ts';
import { titleTheme } from '#core/import/derivation/title-themes.ts';
import type { Associations, HaloEffect, LaunchedGroup } from './associations.ts';

/** Least cosine between the words of a title and those of a group's launches; see DECISIONS.md. */
const LEAST_LIKENESS = 0.5;

/** Returns the effects that stand for a launch of this product, largest first; none where no launched group is like it. */
export function haloOf(
  study: Associations,
  product: { readonly category: string; readonly title: string },
): readonly HaloEffect[] {
  const group = launchedGroupOf(study, product);
  return group === null ? [] : study.halo.effects.filter(({ launched }) => launched === group);
}

/** Returns the name of the launched group that a product belongs to or, failing that, is most like; null: none. */
export function launchedGroupOf(
  { grouping, halo }: Associations,
  { category, title }: { readonly category: string; readonly title: string },
): string | null {
  const own = spellingKey(grouping === 'category' ? category : titleTheme(title));
  const groups = halo.launchedGroups ?? [];
  const names = [
    ...groups.map(({ name }) => name),
    ...halo.effects.map(({ launched }) => launched),
  ];
  const known = own === '' ? undefined : names.find((name) => spellingKey(name) === own);
  return known ?? mostAlike(groups, title);
}

function mostAlike(groups: readonly LaunchedGroup[], title: string): string | null {
  const own = new Set(words(title));
  let [best, likeness] = [null as string | null, LEAST_LIKENESS];
  for (const { name, words: known } of groups) {
    let total = 0;
    for (const { word, weight } of known) if (own.has(word)) total += weight;
    const cosine = total / Math.sqrt(Math.max(1, own.size));
    if (cosine < likeness) continue;
    [best, likeness] = [name, cosine];
  }
  return best;
}

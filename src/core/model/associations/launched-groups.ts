// The words by which a new product is found to be like the launches of a group.

import { words } from '#core/base/text/split-words.ts';
import type { LoggedProduct } from '#core/import/baskets/sales-log.ts';
import type { LaunchedGroup, WeightedWord } from './associations.ts';
import type { ProductGroups } from './groups.ts';

const MOST_WORDS = 20;
/** Launches of a group with a word before it counts. */
const LEAST_LAUNCHES = 2;

/**
 * Returns the groups of these names with the words of their launches: for each word, the share of the group's launches
 * with it times the log of how rare it is in the shop; scaled to length 1.
 */
export function launchedGroups(
  products: readonly LoggedProduct[],
  { names, groupOf }: ProductGroups,
  wanted: readonly string[],
): LaunchedGroup[] {
  const titles = products.map(({ title }) => words(title));
  const inShop = countWords(titles);
  const rarity = (word: string): number => Math.log(products.length / inShop.get(word)!);
  return wanted.map((name) => {
    const group = names.indexOf(name);
    const own = titles.filter((_, p) => groupOf[p] === group && products[p]!.isLaunch);
    const weights = [...countWords(own)]
      .filter(([, count]) => count >= LEAST_LAUNCHES)
      .map(([word, count]): WeightedWord => ({
        word,
        weight: (count / own.length) * rarity(word),
      }));
    return { name, words: toUnitLength(weights) };
  });
}

function countWords(titles: readonly (readonly string[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const title of titles)
    for (const word of title) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function toUnitLength(weights: readonly WeightedWord[]): WeightedWord[] {
  const length = Math.hypot(...weights.map(({ weight }) => weight)) || 1;
  return [...weights]
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_WORDS)
    .map(({ word, weight }) => ({ word, weight: weight / length }));
}

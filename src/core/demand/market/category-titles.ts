// By which titles a category is compared by meaning: some of each, so that reading them stays short.

import type { CategoryTitles } from './joins-by-meaning.ts';

/** Most titles of a category. */
const MOST_TITLES = 20;
/** Names and titles in all. 5,000 titles of 40 words take 146–155 s of one core (../../model/text/DECISIONS.md), 1,000 about 30 s. */
const MOST_TEXTS = 1_000;
/** Of more, each has no title among so many texts; by names alone too few joins are right (README). */
export const MOST_CATEGORIES: number = MOST_TEXTS / 2;

/**
 * Returns categories with some distinct titles of their launches and products, spread over all in order: at most 20 of each, fewer
 * where categories are many, so that names and titles of at most 500 categories are at most 1,000. At least one of each.
 * @param among number of categories in all, where these are only some of those that are read
 */
export function categoryTitles(
  categories: readonly string[],
  titled: Iterable<{ readonly category: string; readonly title: string }>,
  among: number = categories.length,
): CategoryTitles[] {
  const most = Math.min(MOST_TITLES, Math.max(1, Math.floor(MOST_TEXTS / among) - 1));
  const titles = new Map(categories.map((category) => [category, new Set<string>()]));
  for (const { category, title } of titled) titles.get(category)?.add(title);
  return categories.map((category) => ({ category, titles: spread(titles.get(category)!, most) }));
}

function spread(titles: ReadonlySet<string>, most: number): string[] {
  const every = Math.max(1, Math.ceil(titles.size / most));
  return [...titles].filter((_, i) => i % every === 0);
}

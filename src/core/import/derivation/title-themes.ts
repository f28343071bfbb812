// What products are, by their titles, for shops whose files name no category: the last word of a title is mostly the thing
// itself ("White hanging heart T-light holder").

import { singular } from '#core/base/text/singular.ts';

/** Products that share a word before it is a theme. */
const LEAST_PRODUCTS = 5;
const LEAST_LETTERS = 3;
const LATIN_WORDS = /\p{Script=Latin}+/gu;

/** Returns the theme of each title; '' where it has none. Scripts that write no spaces have no themes. */
export function titleThemes(titles: readonly string[]): string[] {
  const words = titles.map(titleTheme);
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return words.map((word) => (counts.get(word)! >= LEAST_PRODUCTS ? word : ''));
}

/** Returns the last word of a title, in the singular; '' where it has none that could be a theme. */
export function titleTheme(title: string): string {
  const all = title.toLowerCase().match(LATIN_WORDS) ?? [];
  const last = all.findLast((word) => word.length >= LEAST_LETTERS) ?? '';
  return singular(last);
}

// What products of a log are about, as numbers: their group, the words of their titles, their price.

import { titleThemes } from '#core/import/derivation/title-themes.ts';
import type { LoggedProduct } from '#core/import/baskets/sales-log.ts';
import { singular } from '#core/base/text/singular.ts';
import { words } from '#core/base/text/split-words.ts';

export interface ProductShelf {
  readonly grouping: 'category' | 'theme';
  /** Categories; themes of titles where most products have no category. */
  readonly groups: readonly string[];
  readonly words: readonly string[];
  /** [products]; NO_GROUP where it has none. */
  readonly groupOf: Int32Array;
  readonly wordsOf: readonly Uint32Array[];
  /** Natural logarithm of the price; NaN where not known. */
  readonly logPrice: Float64Array;
}

export const NO_GROUP = -1;
/** Share of products with a category from which categories are the groups. */
const CATEGORIES_ENOUGH = 0.5;
/** Words of more products name nothing. */
const MOST_WORDS = 12;

/** What describes a product that is not on the shelf yet. */
export type ShelvedProduct = Pick<LoggedProduct, 'title' | 'category' | 'price'>;

/** Reads products; the groups and words of later ones are found by the same rules. */
export function shelveProducts(products: readonly ShelvedProduct[]): ProductShelf {
  const known = products.filter(({ category }) => category !== '').length;
  const grouping = known >= CATEGORIES_ENOUGH * products.length ? 'category' : 'theme';
  const names =
    grouping === 'category'
      ? products.map(({ category }) => category)
      : titleThemes(products.map(({ title }) => title));
  const groups = new Map<string, number>();
  const vocabulary = new Map<string, number>();
  return {
    groupOf: Int32Array.from(names, (name) => (name === '' ? NO_GROUP : numberOf(groups, name))),
    wordsOf: products.map(({ title }) =>
      Uint32Array.from(titleWords(title), (word) => numberOf(vocabulary, word)),
    ),
    logPrice: Float64Array.from(products, ({ price }) => (price > 0 ? Math.log(price) : NaN)),
    grouping,
    groups: [...groups.keys()],
    words: [...vocabulary.keys()],
  };
}

/** Returns the distinct words of a title as the shelf counts them. */
export function titleWords(title: string): string[] {
  const kept = words(title).filter((word) => !/^\d+$/.test(word));
  return [...new Set(kept.map(singular))].slice(0, MOST_WORDS);
}

function numberOf(known: Map<string, number>, name: string): number {
  const found = known.get(name);
  if (found !== undefined) return found;
  known.set(name, known.size);
  return known.size - 1;
}

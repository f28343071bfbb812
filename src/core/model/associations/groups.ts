// Groups that products belong to: the shop's categories, or themes of its titles where most products have none.

import { titleThemes } from '#core/import/derivation/title-themes.ts';
import type { LoggedProduct } from '#core/import/baskets/sales-log.ts';
import type { Associations } from './associations.ts';

export interface ProductGroups {
  readonly grouping: Associations['grouping'];
  readonly names: readonly string[];
  /** [products] NO_GROUP where a product belongs to none. */
  readonly groupOf: Int32Array;
}

export const NO_GROUP = -1;

/** Returns the groups of products, in the order in which they first appear. */
export function productGroups(products: readonly LoggedProduct[]): ProductGroups {
  const categories = products.map(({ category }) => category);
  const isKnown = categories.filter((category) => category !== '').length * 2 >= products.length;
  const texts = isKnown ? categories : titleThemes(products.map(({ title }) => title));
  const numbers = new Map<string, number>();
  const groupOf = Int32Array.from(texts, (text) => {
    if (text === '') return NO_GROUP;
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return number;
  });
  return { grouping: isKnown ? 'category' : 'theme', names: [...numbers.keys()], groupOf };
}

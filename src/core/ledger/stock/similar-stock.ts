// Finds the stock on hand that is most similar to a new product, by shared words, category, brand and price, like
// similar launches. Every word counts, even one that occurs once, because a stock list can be short.

import { comparedProducts, type ComparedProducts } from '#core/model/analogues/analogues.ts';
import { nearestFinder } from '#core/model/analogues/nearest-launches.ts';
import type { NewProduct } from '#core/launch/new-product.ts';
import { countTexts, finite, mean } from '#core/base/statistics/statistics.ts';
import { spellingKey, words } from '#core/base/text/split-words.ts';
import type { StockItem } from './stock-list.ts';

export interface SimilarItem {
  /** Index among the items. */
  readonly index: number;
  /** Similarity, 0–1. */
  readonly similarity: number;
}

/** Most similar items of a product. */
const MOST = 5;
/** Least similarity: below it, products share no more than a common word. */
const LEAST_SIMILARITY = 0.05;
/** Most marks that are numbered, commonest first; the rarest of more marks add nothing. */
const MOST_MARKS = 60_000;

type Compared = Pick<StockItem, 'title' | 'category' | 'brand' | 'price'>;

/** Returns the similar items of each product, most similar first. The product itself, if in stock, is left out. */
export function similarStock(
  items: readonly StockItem[],
  products: readonly NewProduct[],
): readonly (readonly SimilarItem[])[] {
  if (items.length === 0) return products.map(() => []);
  const inputs = new StockInputs(items);
  const nearest = nearestFinder(inputs.compared(), MOST + 1);
  return products.map((product) => {
    const { listPrice: price } = product;
    const { launches, similarity } = nearest(inputs.of({ ...product, price }));
    return [...launches]
      .map((index, place) => ({ index, similarity: Math.min(1, similarity[place]!) }))
      .filter(
        (found) => found.similarity >= LEAST_SIMILARITY && !isSame(items[found.index]!, product),
      )
      .slice(0, MOST);
  });
}

/**
 * Inputs for the similarity: one mark for each word, category and brand in stock, one for all others, then the log
 * price.
 */
class StockInputs {
  readonly #items: readonly StockItem[];
  readonly #places: ReadonlyMap<string, number>;
  /** NaN where no item has a price: then prices are not compared. */
  readonly #usualLogPrice: number;

  constructor(items: readonly StockItem[]) {
    this.#items = items;
    const marks = countTexts(items.flatMap(marksOf)).slice(0, MOST_MARKS);
    this.#places = new Map(marks.map(([mark], place) => [mark, place]));
    const logs = finite(items.map(({ price }) => Math.log(price ?? NaN)));
    this.#usualLogPrice = mean(logs);
  }

  get #markCount(): number {
    return this.#places.size + 1;
  }

  compared(): ComparedProducts {
    const marks = this.#items.map((item) => this.#marksOf(item));
    const price = Float32Array.from(this.#items, (item) => this.#priceOf(item));
    return comparedProducts(marks, {
      ...{ markCount: this.#markCount, priceInput: this.#markCount, price },
    });
  }

  of(product: Compared): Float32Array {
    const x = new Float32Array(this.#markCount + 1);
    for (const mark of this.#marksOf(product)) x[mark] = 1;
    x[this.#markCount] = this.#priceOf(product);
    return x;
  }

  #marksOf(product: Compared): number[] {
    const marks = marksOf(product).map((mark) => this.#places.get(mark) ?? this.#places.size);
    return [...new Set(marks)];
  }

  /** Returns the log price relative to the mean; 0 where the price is not known. */
  #priceOf({ price }: Compared): number {
    const beside = Math.log(price ?? NaN) - this.#usualLogPrice;
    return Number.isFinite(beside) ? beside : 0;
  }
}

function marksOf({ title, category, brand }: Compared): string[] {
  const level = (name: string, value: string) =>
    value === '' ? [] : [`${name} ${spellingKey(value)}`];
  return [
    ...words(title).map((word) => `word ${word}`),
    ...level('category', category),
    ...level('brand', brand),
  ];
}

function isSame({ productId }: StockItem, { id }: NewProduct): boolean {
  return productId !== '' && productId === id;
}

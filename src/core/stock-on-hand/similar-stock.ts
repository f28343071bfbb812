// What in stock is most like a new product: by the words, category, brand and price that they share, as past launches are compared. A list of
// stock can be short, so that every word counts, also one that stands there once.

import { comparedProducts, type ComparedProducts } from '../analogues/analogues.ts';
import { nearestFinder } from '../analogues/nearest-launches.ts';
import type { NewProduct } from '../launch/new-product.ts';
import { countTexts, finite, mean } from '../statistics.ts';
import { spellingKey, words } from '../text.ts';
import type { StockItem } from './stock-list.ts';

export interface SimilarItem {
  /** Among the items. */
  readonly index: number;
  /** 0–1. */
  readonly likeness: number;
}

/** Of a product, the most alike first. */
const MOST = 5;
/** Less has only a common word. */
const LEAST_LIKENESS = 0.05;
/** As many as places are numbered; the rarest of more say nothing. */
const MOST_MARKS = 60_000;

type Compared = Pick<StockItem, 'title' | 'category' | 'brand' | 'price'>;

/** Of each product; the product itself, if it is in stock, is not similar to itself. */
export function similarStock(
  items: readonly StockItem[],
  products: readonly NewProduct[],
): readonly (readonly SimilarItem[])[] {
  if (items.length === 0) return products.map(() => []);
  const inputs = new StockInputs(items);
  const nearest = nearestFinder(inputs.compared(), MOST + 1);
  return products.map((product) => {
    const { listPrice: price } = product;
    const { launches, likeness } = nearest(inputs.of({ ...product, price }));
    return [...launches]
      .map((index, place) => ({ index, likeness: Math.min(1, likeness[place]!) }))
      .filter((found) => found.likeness >= LEAST_LIKENESS && !isSame(items[found.index]!, product))
      .slice(0, MOST);
  });
}

/** Products as analogues are read: a mark for each word, category and brand in stock and one for what is not, then the log of the price. */
class StockInputs {
  readonly #items: readonly StockItem[];
  readonly #places: ReadonlyMap<string, number>;
  /** NaN where no item has a price: then none is compared. */
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

  /** The usual one where none is known. */
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

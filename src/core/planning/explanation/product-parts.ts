// Copies of a product with one known fact left out, to measure what that fact alone adds.

import type { ProductEncoder } from '#core/model/features/product-encoder.ts';
import { WordColumns } from '#core/model/features/word-columns.ts';
import type { NewProduct } from '#core/launch/new-product.ts';
import { words } from '#core/base/text/split-words.ts';
import type { ProductPart } from './plan-explanation.ts';
import { readableWords } from './readable-words.ts';

export interface LeftOut extends Omit<ProductPart, 'log'> {
  /** The product without that part. */
  readonly product: NewProduct;
}

const SHOWN = 6;
/** Least change worth showing, on the log scale: 1% of units. */
const NEGLIGIBLE = Math.log(1.01);

/** Returns copies of the product, each without one filled column or one title word that the encoder knows. */
export function leaveOneOut(product: NewProduct, encoder: ProductEncoder): LeftOut[] {
  return [...columnsLeftOut(product), ...wordsLeftOut(product, encoder)];
}

/**
 * Returns the parts that change the forecast most, strongest first.
 * @param logs log1p(units) of the product without each part, in the order of `leftOut`
 */
export function strongestParts(
  leftOut: readonly LeftOut[],
  logs: ArrayLike<number>,
  wholeLog: number,
): ProductPart[] {
  return leftOut
    .map(({ kind, name, value }, i) => ({ kind, name, value, log: wholeLog - logs[i]! }))
    .filter(({ log }) => Math.abs(log) >= NEGLIGIBLE)
    .sort((a, b) => Math.abs(b.log) - Math.abs(a.log))
    .slice(0, SHOWN);
}

function columnsLeftOut(product: NewProduct): LeftOut[] {
  const { category, brand, listPrice, attributes } = product;
  const columns: LeftOut[] = [
    { kind: 'category', name: '', value: category, product: { ...product, category: '' } },
    { kind: 'brand', name: '', value: brand, product: { ...product, brand: '' } },
    ...Object.entries(attributes).map(([name, value]): LeftOut => {
      const without = { ...product, attributes: { ...attributes, [name]: '' } };
      return { kind: 'attribute', name, value, product: without };
    }),
  ];
  const price: LeftOut = {
    kind: 'list-price',
    name: '',
    value: '',
    product: { ...product, listPrice: null },
  };
  return [...columns.filter(({ value }) => value !== ''), ...(listPrice === null ? [] : [price])];
}

function wordsLeftOut(product: NewProduct, encoder: ProductEncoder): LeftOut[] {
  const columns = new WordColumns(encoder.words);
  const known = words(product.title).filter((word) => columns.columnOf(word) !== undefined);
  return readableWords(product.title).flatMap(({ word, rest }): LeftOut[] => {
    const kept = known.filter((each) => rest.has(each));
    if (kept.length === known.length) return [];
    // Character pairs that were found in a title without spaces are found again where each stands alone.
    return [
      { kind: 'word', name: '', value: word, product: { ...product, title: kept.join(' ') } },
    ];
  });
}

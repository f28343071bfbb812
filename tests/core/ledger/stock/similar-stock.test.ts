import { describe, expect, it } from 'vitest';
import type { NewProduct } from '#core/launch/new-product.ts';
import { similarStock } from '#core/ledger/stock/similar-stock.ts';
import { sampleProduct } from '../../../support/ranking.ts';
import { stockItem } from '../../../support/stock-item.ts';

const items = [
  stockItem({ productId: '1', title: 'Blue stoneware mug', category: 'Mugs', price: 12 }),
  stockItem({ productId: '2', title: 'Red stoneware mug', category: 'Mugs', price: 12 }),
  stockItem({ productId: '3', title: 'Garden spade', category: 'Garden', price: 30 }),
  stockItem({ productId: '4', title: 'Blue garden chair', category: 'Garden', price: 90 }),
  stockItem({ productId: '5', title: 'Wool blanket', category: 'Textiles', price: 60 }),
];
const product = (said: Partial<NewProduct>): NewProduct =>
  sampleProduct({ id: 'new-1', brand: '', attributes: {}, ...said });
const titlesOf = (said: Partial<NewProduct>) =>
  similarStock(items, [product(said)])[0]!.map(({ index }) => items[index]!.title);

describe('similarStock', () => {
  it('puts what shares the most words, the category and the price first', () => {
    const found = titlesOf({ title: 'Green stoneware mug', category: 'Mugs', listPrice: 12 });
    expect(found.slice(0, 2).sort()).toEqual(['Blue stoneware mug', 'Red stoneware mug']);
    expect(found).not.toContain('Wool blanket');
  });

  it('counts the same in another price for less', () => {
    const similarityAt = (listPrice: number) =>
      similarStock(items, [
        product({ title: 'Blue stoneware mug', category: 'Mugs', listPrice }),
      ])[0]!.find(({ index }) => index === 0)!.similarity;
    expect(similarityAt(12)).toBeGreaterThan(similarityAt(20));
    expect(similarityAt(12)).toBeLessThanOrEqual(1);
  });

  it('does not compare prices where the list has none', () => {
    const unpriced = items.map((item) => ({ ...item, price: null }));
    const mug = { title: 'Blue stoneware mug', category: 'Mugs', listPrice: 900 };
    const [found] = similarStock(unpriced, [product(mug)]);
    expect(found![0]).toMatchObject({ index: 0 });
    expect(found![0]!.similarity).toBeCloseTo(1, 6);
  });

  it('finds nothing where nothing is shared, nothing in no stock, and never the product itself', () => {
    expect(titlesOf({ title: 'Oak shelf', category: 'Furniture' })).toEqual([]);
    expect(similarStock([], [product({})])).toEqual([[]]);
    expect(titlesOf({ id: '5', title: 'Wool blanket', category: 'Textiles' })).toEqual([]);
  });
});

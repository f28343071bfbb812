import { expect, it } from 'vitest';
import { productDifferences } from '#core/launch/product-differences.ts';
import { sampleProduct } from '../../support/ranking.ts';

const mug = sampleProduct({ category: 'Mugs', listPrice: 5, attributes: { Colour: 'red' } });

it('names what two versions of a product do not say alike, and what each says', () => {
  const other = {
    ...{ ...mug, category: '', listPrice: 9 },
    attributes: { Size: 'L', Colour: 'blue' },
  };
  expect(productDifferences(mug, other)).toEqual([
    { of: { field: 'category' }, values: ['Mugs', ''] },
    { of: { field: 'listPrice' }, values: [5, 9] },
    { of: { attribute: 'Colour' }, values: ['red', 'blue'] },
    { of: { attribute: 'Size' }, values: ['', 'L'] },
  ]);
});

it('finds none where only the order of attributes differs, or an unknown one is left out', () => {
  const one = { ...mug, firstStock: null, attributes: { a: '1', b: '2', c: '' } };
  const other = { ...mug, attributes: { b: '2', a: '1' } };
  expect(productDifferences(one, other)).toEqual([]);
});

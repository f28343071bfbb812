import { expect, it } from 'vitest';
import { knownProducts, nameKey } from '#core/import/derivation/known-products.ts';
import { productOfLine } from '#core/import/derivation/product-of-line.ts';
import { catalogueProduct } from '../../../support/catalogue-product.ts';
import { orderLines } from '../../../support/order-lines.ts';

it('knows a product by all that lines and the catalogue call it', () => {
  const lines = orderLines([
    { sku: 'MUG-S', title: 'Mug - S' },
    { sku: 'MUG-L', title: 'Mug - L' },
    { sku: 'OLD-1', title: 'Old  Lamp' },
  ]);
  const skus = ['MUG-S', 'MUG-L', 'MUG-XL'];
  const catalogue = [catalogueProduct({ productId: 'mug', title: 'Mug', skus })];
  const { byName, ofTitle } = knownProducts(
    lines,
    productOfLine(lines, catalogue, 'product'),
    catalogue,
  );
  for (const name of ['mug', 'Mug', 'mug-s', 'MUG-L', 'MUG-XL', 'Mug - L'])
    expect([name, byName.get(nameKey(name))]).toEqual([name, 'mug']);
  expect(byName.get(nameKey(' old lamp '))).toBe(byName.get(nameKey('OLD-1')));
  expect(byName.get(nameKey('unheard of'))).toBeUndefined();
  expect(byName.has('')).toBe(false);
  expect(ofTitle.get('Mug - L')).toBe('mug');
});

it('knows what the catalogue lists and nobody bought, but no product beside its variants', () => {
  const lines = orderLines([{ sku: 'MUG-S', title: 'Mug' }]);
  const catalogue = [
    catalogueProduct({ productId: 'mug', title: 'Mug', skus: ['MUG-S', 'MUG-L'] }),
    catalogueProduct({ productId: 'jug', title: 'Jug', skus: ['JUG'] }),
  ];
  const { byName, ofTitle } = knownProducts(
    lines,
    productOfLine(lines, catalogue, 'variant'),
    catalogue,
  );
  expect([byName.get('jug'), ofTitle.get('Jug')]).toEqual(['jug', 'jug']);
  expect([byName.get('mug'), byName.get('mug-s')]).toEqual(['MUG-S', 'MUG-S']);
});

it('knows a name that several products have as none’s', () => {
  const lines = orderLines([
    { productId: 'A', sku: 'A1', title: 'Mug' },
    { productId: 'B', sku: 'B1', title: 'Mug' },
  ]);
  const { byName, ofTitle } = knownProducts(lines, productOfLine(lines, [], 'product'), []);
  expect([byName.get('mug'), byName.get('a1'), byName.get('b1')]).toEqual([null, 'A', 'B']);
  expect(ofTitle.has('Mug')).toBe(false);
});

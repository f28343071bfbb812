import { expect, it } from 'vitest';
import { nameKey, productByName } from '#core/derivation/product-by-name.ts';
import { productOfLine } from '#core/derivation/product-of-line.ts';
import { catalogueProduct } from '../../support/catalogue-product.ts';
import { orderLines } from '../../support/order-lines.ts';

it('knows a product by all that lines and the catalogue call it', () => {
  const lines = orderLines([
    { sku: 'MUG-S', title: 'Mug - S' },
    { sku: 'MUG-L', title: 'Mug - L' },
    { sku: 'OLD-1', title: 'Old  Lamp' },
  ]);
  const skus = ['MUG-S', 'MUG-L', 'MUG-XL'];
  const catalogue = [catalogueProduct({ productId: 'mug', title: 'Mug', skus })];
  const byName = productByName(lines, productOfLine(lines, catalogue, 'product'), catalogue);
  for (const name of ['mug', 'Mug', 'mug-s', 'MUG-L', 'MUG-XL', 'Mug - L'])
    expect([name, byName.get(nameKey(name))]).toEqual([name, 'mug']);
  expect(byName.get(nameKey(' old lamp '))).toBe(byName.get(nameKey('OLD-1')));
  expect(byName.get(nameKey('unheard of'))).toBeUndefined();
  expect(byName.has('')).toBe(false);
});

it('gives a name that several products have to none', () => {
  const lines = orderLines([
    { productId: 'A', sku: 'A1', title: 'Mug' },
    { productId: 'B', sku: 'B1', title: 'Mug' },
  ]);
  const byName = productByName(lines, productOfLine(lines, [], 'product'), []);
  expect([byName.get('mug'), byName.get('a1'), byName.get('b1')]).toEqual([undefined, 'A', 'B']);
});

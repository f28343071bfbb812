import { describe, expect, it } from 'vitest';
import { cellAt } from '#core/import/csv/coded-column.ts';
import type { CatalogueProduct } from '#core/import/platform-files/catalogue/catalogue.ts';
import { productOfLine } from '#core/import/derivation/product-of-line.ts';
import { catalogueProduct } from '../../../support/catalogue-product.ts';
import { orderLines, type OrderLine } from '../../../support/order-lines.ts';

type Lines = readonly Partial<OrderLine>[];

function keysAt(level: 'product' | 'variant') {
  return (lines: Lines, catalogue: readonly CatalogueProduct[] = []) => {
    const column = productOfLine(orderLines(lines), catalogue, level);
    return lines.map((_, line) => cellAt(column, line));
  };
}

describe('productOfLine', () => {
  const products = keysAt('product');
  const shirt = catalogueProduct({
    productId: 'linen-shirt',
    title: 'Linen Shirt',
    skus: ['LS-S', 'LS-M', ''],
  });
  const mug = catalogueProduct({ productId: 'B0MUG', title: 'Mug', skus: ['MUG'] });

  it('is what the platform calls it, else its SKU, else its title', () => {
    expect(
      products([
        { productId: 'B01', sku: 'S1', title: 'Mug' },
        { sku: 'S1', title: 'Mug' },
        { title: 'Mug' },
        { title: '' },
      ]),
    ).toEqual(['B01', 'S1', 'Mug', '']);
  });

  it('is one title whatever its case and spaces, as most lines write it', () => {
    const written = ['matcha latte', 'Matcha Latte', 'Matcha Latte', 'Lemon Dream '];
    expect(products(written.map((title) => ({ title })))).toEqual([
      ...['Matcha Latte', 'Matcha Latte', 'Matcha Latte', 'Lemon Dream'],
    ]);
  });

  it('is what titles have in common before their variant', () => {
    expect(
      products([
        { sku: 'LS-S', title: 'Linen Shirt - Blue / S' },
        { sku: 'LS-M', title: 'Linen Shirt - Blue / M' },
        { sku: 'W', title: 'Warm - Cold Cup' },
      ]),
    ).toEqual(['Linen Shirt', 'Linen Shirt', 'W']);
  });

  it('counts a title with and without a variant as one product', () => {
    expect(products([{ title: 'Linen Shirt' }, { title: 'Linen Shirt - S' }])).toEqual([
      'Linen Shirt',
      'Linen Shirt',
    ]);
  });

  it('keeps what the platform calls it where more than sizes and colours differ', () => {
    const lines = [
      { productId: 'B01', title: 'Poster - London' },
      { productId: 'B02', title: 'Poster - Paris' },
    ];
    expect(products(lines)).toEqual(['B01', 'B02']);
  });

  it('is one product where the platform gives each size and colour a number', () => {
    const lines = [
      { productId: 'B01', sku: 'HD-S-BLK', title: 'Zip Hoodie, Black, S' },
      { productId: 'B02', sku: 'HD-M-BLK', title: 'Zip Hoodie, Black, M' },
      { productId: 'B03', sku: 'HD-M-SND', title: 'Zip Hoodie (Sand) - M' },
      { productId: 'B04', sku: 'CD-1', title: 'Candle, vanilla' },
      { productId: 'B05', sku: 'CD-2', title: 'Candle, lavender' },
      { productId: 'B06', sku: 'CP', title: 'Cap, black' },
    ];
    expect(products(lines)).toEqual([
      ...['Zip Hoodie', 'Zip Hoodie', 'Zip Hoodie', 'B04', 'B05', 'B06'],
    ]);
    expect(keysAt('variant')(lines).slice(0, 2)).toEqual(['HD-S-BLK', 'HD-M-BLK']);
  });

  it('is the catalogue’s product where its SKU, its number or its title is known', () => {
    const lines = [
      { sku: 'LS-M', title: 'Something else' },
      { productId: 'LS-S', title: '' },
      { productId: 'linen-shirt', sku: 'MUG' },
      { title: ' linen  SHIRT ' },
      { title: 'Linen Shirt - S' },
      { title: 'Linen Shirt - M' },
      { productId: 'B0MUG', title: '' },
      { sku: 'OTHER', title: 'Bowl' },
    ];
    expect(products(lines, [shirt, mug])).toEqual([
      ...['linen-shirt', 'linen-shirt', 'linen-shirt', 'linen-shirt', 'linen-shirt', 'linen-shirt'],
      ...['B0MUG', 'OTHER'],
    ]);
  });

  it('knows a lone variant’s line by the title before its mark', () => {
    const lines = [{ title: 'Linen Shirt - S' }, { title: 'Bowl - S' }];
    expect(products(lines, [shirt])).toEqual(['linen-shirt', 'Bowl - S']);
  });

  it('never takes an empty SKU or title for one of the catalogue', () => {
    const nameless = catalogueProduct({ productId: 'nameless', title: '', skus: [''] });
    expect(products([{ sku: '', title: '' }], [nameless])).toEqual(['']);
  });

  it('may have ids that mean something to programs', () => {
    expect(products([{ productId: 'constructor' }, { sku: '__proto__' }])).toEqual([
      'constructor',
      '__proto__',
    ]);
  });
});

describe('productOfLine by variant', () => {
  const variants = keysAt('variant');

  it('is a SKU where there is one, else the product with its variant', () => {
    expect(
      variants([
        { productId: 'B01', sku: 'S1', variant: 'Red' },
        { productId: 'B01', variant: 'Red' },
        { productId: 'B01' },
        { title: 'Mug', variant: 'Red' },
        { title: 'Mug - Red' },
        { title: '' },
      ]),
    ).toEqual(['S1', 'B01 / Red', 'B01', 'Mug / Red', 'Mug - Red', '']);
  });
});

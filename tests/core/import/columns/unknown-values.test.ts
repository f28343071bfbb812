import { describe, expect, it } from 'vitest';
import type { NewProduct } from '#core/launch/new-product.ts';
import {
  doubtfulNumbers,
  isOfSameKind,
  unknownValues,
  withValue,
} from '#core/import/columns/unknown-values.ts';

const product = (fields: Partial<NewProduct>): NewProduct => ({
  ...{ id: 'new-1', title: 'Cup', category: '', brand: '', listPrice: null, unitCost: null },
  attributes: {},
  ...fields,
});
const known = {
  categories: ['Mugs', 'Vases'],
  brands: ['Nordlicht'],
  attributes: { Glaze: ['matt'] },
};

describe('unknownValues', () => {
  it('names each value once, with all products that have it, categories first', () => {
    const a = product({ id: 'a', category: 'Mgus', brand: 'Nordlihct' });
    const b = product({ id: 'b', category: 'Mgus', attributes: { Glaze: 'mattt' } });
    const c = product({ id: 'c', category: 'Garden' });
    expect(unknownValues([a, b, c, product({ category: 'Mugs' })], known)).toEqual([
      { place: { field: 'category' }, value: 'Mgus', nearest: 'Mugs', products: [a, b] },
      { place: { field: 'category' }, value: 'Garden', nearest: null, products: [c] },
      { place: { field: 'brand' }, value: 'Nordlihct', nearest: 'Nordlicht', products: [a] },
      {
        place: { field: 'attribute', name: 'Glaze' },
        value: 'mattt',
        nearest: 'matt',
        products: [b],
      },
    ]);
  });

  it('finds nothing in what is empty or known', () => {
    expect(unknownValues([product({}), product({ brand: 'nordlicht' })], known)).toEqual([]);
  });
});

describe('doubtfulNumbers', () => {
  const weights = { ...known, attributes: { Glaze: ['matt'], Weight: ['200', '900'] } };
  const weighing = (id: string, weight: string) =>
    product({ id, attributes: { Glaze: 'blue', Weight: weight } });

  it('names each doubtful number once, with all products that have it', () => {
    const [a, b, c] = [weighing('a', '0.3'), weighing('b', 'heavy'), weighing('c', '0.3')];
    expect(doubtfulNumbers([a, b, c, weighing('d', '450'), product({})], weights)).toEqual([
      { name: 'Weight', value: '0.3', doubt: 'far', products: [a, c] },
      { name: 'Weight', value: 'heavy', doubt: 'no-number', products: [b] },
    ]);
  });
});

describe('withValue', () => {
  it('changes one place only, and so what kind of product it is', () => {
    const before = product({ category: 'Mgus', attributes: { Glaze: 'matt', Size: 'L' } });
    const category = withValue(before, { field: 'category' }, 'Mugs');
    const glaze = withValue(before, { field: 'attribute', name: 'Glaze' }, 'shiny');
    expect(category).toEqual({ ...before, category: 'Mugs' });
    expect(glaze.attributes).toEqual({ Glaze: 'shiny', Size: 'L' });
    expect(isOfSameKind(before, category)).toBe(false);
    expect(isOfSameKind(before, glaze)).toBe(false);
  });

  it('is of the same kind whatever its price, its title, or an attribute that is empty', () => {
    const other = product({ title: 'Mug', listPrice: 9, attributes: { Glaze: '' } });
    expect(isOfSameKind(product({}), other)).toBe(true);
  });
});

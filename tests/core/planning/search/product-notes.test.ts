import { describe, expect, it } from 'vitest';
import type { NewProduct } from '#core/launch/new-product.ts';
import { productNotes } from '#core/planning/search/product-notes.ts';
import { launchTable } from '../../../support/launch-table.ts';
import { sampleProduct } from '../../../support/ranking.ts';

const table = launchTable([
  { category: 'Kitchen', listPrice: 10 },
  { category: 'Garden', listPrice: 30 },
  { category: 'Garden' },
]);
const known = { economics: { listPrice: 12, unitCost: 4 }, canEarn: true, units: 10 };
const unknown = { ...known, economics: { listPrice: NaN, unitCost: NaN } };
const notesOn = (change: Partial<NewProduct>, given = known) =>
  productNotes(sampleProduct(change), table, given);

describe('notes on a product', () => {
  it('are none where all is well', () => {
    expect(notesOn({})).toEqual([]);
    expect(notesOn({ firstStock: 40 })).toEqual([]);
  });

  it('say that it has no title', () => {
    expect(notesOn({ title: '' })).toEqual(['no-title']);
    expect(notesOn({ title: ' \t' })).toEqual(['no-title']);
  });

  it('say that its category is unknown, or not there', () => {
    expect(notesOn({ category: 'Toys' })).toEqual(['unknown-category']);
    expect(notesOn({ category: 'constructor' })).toEqual(['unknown-category']);
    expect(notesOn({ category: '' })).toEqual(['no-category']);
  });

  it('say nothing of categories where the history has none', () => {
    const bare = launchTable([{}, {}]);
    for (const category of ['', 'Toys'])
      expect(productNotes(sampleProduct({ category }), bare, known)).toEqual([]);
  });

  it('say which figures were assumed, and which could not be', () => {
    expect(notesOn({ listPrice: null })).toEqual(['assumed-list-price']);
    expect(notesOn({ unitCost: null })).toEqual(['assumed-unit-cost']);
    const assumed = { listPrice: 10, unitCost: 5, isCostAssumed: true } as const;
    expect(notesOn({ unitCost: null }, { ...known, economics: assumed })).toEqual([
      'assumed-cost-share',
    ]);
    const neither = { listPrice: null, unitCost: null };
    expect(notesOn(neither)).toEqual(['assumed-list-price', 'assumed-unit-cost']);
    expect(notesOn(neither, unknown)).toEqual(['no-list-price', 'no-unit-cost']);
  });

  it('say that no price leaves anything', () => {
    expect(notesOn({ unitCost: 90 }, { ...known, canEarn: false })).toEqual(['negative-margin']);
  });

  it('say that its price is beyond half of the lowest and twice the highest that was ever asked', () => {
    expect(notesOn({ listPrice: 4.99 })).toEqual(['price-unlike-any']);
    expect(notesOn({ listPrice: 0 })).toEqual(['price-unlike-any']);
    expect(notesOn({ listPrice: 5 })).toEqual([]);
    expect(notesOn({ listPrice: 60 })).toEqual([]);
    expect(notesOn({ listPrice: 60.01 })).toEqual(['price-unlike-any']);
    const bare = launchTable([{ category: 'Kitchen' }]);
    expect(productNotes(sampleProduct({ listPrice: 1e9 }), bare, known)).toEqual([]);
  });

  it('say that nothing is on hand', () => {
    expect(notesOn({ firstStock: 0 })).toEqual(['no-stock']);
    expect(notesOn({ firstStock: null })).toEqual([]);
  });

  it('say that more is expected than was ever sold', () => {
    expect(notesOn({}, { ...known, units: 10.1 })).toEqual(['beyond-any']);
  });

  it('say all that is odd at once', () => {
    const odd = { title: '', category: 'Toys', listPrice: null, unitCost: null, firstStock: 0 };
    expect(notesOn(odd, { ...unknown, canEarn: false })).toEqual([
      ...['no-title', 'unknown-category', 'no-list-price', 'no-unit-cost'],
      ...['negative-margin', 'no-stock'],
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { suggestFillIns } from '#core/import/fill-in/suggest-fill-ins.ts';
import { launchTable, type LaunchRow } from '../../../support/launch-table.ts';

const WORDS = { coupon: 'Coupon', priceCut: 'Price cut' };
/** Suggestions for the last of some launches. */
function lastOf(rows: readonly LaunchRow[]) {
  return suggestFillIns(launchTable(rows), WORDS)(rows.length - 1);
}
const times = (count: number, row: LaunchRow) => Array.from({ length: count }, () => row);

describe('a suggested channel', () => {
  it.each([
    { says: 'the one of its brand', web: 3, fair: 2, is: 'Web' },
    { says: 'none where too few agree', web: 2, fair: 0, is: '' },
    { says: 'none where brands are mixed', web: 4, fair: 3, is: '' },
  ])('is $says', ({ web, fair, is }) => {
    const rows = [
      ...times(web, { brand: 'Nord', channel: 'Web' }),
      ...times(fair, { brand: 'Nord', channel: 'Fair' }),
      { brand: 'Nord' },
    ];
    expect(lastOf(rows).channel).toBe(is);
  });

  it('falls back on the category, then on words of the title', () => {
    const mixed = [
      ...times(2, { brand: 'Nord', channel: 'Fair' }),
      ...times(2, { brand: 'Nord', channel: 'Web' }),
    ];
    const byCategory = times(3, { category: 'Lamps', channel: 'Web' });
    expect(lastOf([...mixed, ...byCategory, { brand: 'Nord', category: 'Lamps' }]).channel).toBe(
      'Web',
    );
    const byWord = times(3, { title: 'Desk lamp', channel: 'Web' });
    expect(lastOf([...byWord, { title: 'Brass lamp' }]).channel).toBe('Web');
  });

  it('is none where words of the title speak for different ones, or the launch has one', () => {
    const rows = [
      ...times(3, { title: 'Brass hook', channel: 'Fair' }),
      ...times(3, { title: 'Desk lamp', channel: 'Web' }),
    ];
    expect(lastOf([...rows, { title: 'Brass lamp' }]).channel).toBe('');
    expect(lastOf([...rows, { title: 'Desk lamp', channel: 'Shop' }]).channel).toBe('');
  });
});

describe('a suggested category', () => {
  it('is that of the brand, or of words of the title', () => {
    const rows = times(3, { brand: 'Nord', title: 'Oak stool', category: 'Seats' });
    expect(lastOf([...rows, { brand: 'Nord' }]).category).toBe('Seats');
    expect(lastOf([...rows, { title: 'Low stool' }]).category).toBe('Seats');
    expect(lastOf([...rows, { title: 'Wall clock' }]).category).toBe('');
  });
});

describe('a suggested promotion', () => {
  it.each([
    { listPrice: 20, salePrice: 16, is: 'Price cut 20%' },
    { listPrice: 20, salePrice: 19.5, is: '' },
    { listPrice: 20, is: '' },
  ])('is a price cut by its depth: $is', ({ is, ...prices }) => {
    expect(lastOf([prices]).promotion).toBe(is);
  });
});

describe('a suggested unit cost', () => {
  const costs = [2, 4, 4, 5, 9].map((unitCost) => ({ category: 'Lamps', listPrice: 10, unitCost }));

  it('is the median share of the list price in the category', () => {
    expect(lastOf([...costs, { category: 'Lamps', listPrice: 25 }]).unitCost).toBeCloseTo(10);
  });

  it.each([
    { says: 'of too few', rows: [...costs.slice(1), { category: 'Lamps', listPrice: 25 }] },
    { says: 'of another category', rows: [...costs, { category: 'Seats', listPrice: 25 }] },
    { says: 'without a list price', rows: [...costs, { category: 'Lamps' }] },
    { says: 'for a launch that has one', rows: costs },
  ])('is none $says', ({ rows }) => {
    expect(lastOf(rows).unitCost).toBeNaN();
  });
});

import { describe, expect, it } from 'vitest';
import { impossibleValues } from '#core/import/quality/impossible-values.ts';
import { generateShop } from '../../../support/demo-shop/generator.ts';
import { numberColumns, withCells } from '../../../support/number-columns.ts';
import { shopTable } from '../../../support/shop-table.ts';

const usual = numberColumns({
  impressions: Array<number>(20).fill(1000),
  clicks: Array<number>(20).fill(100),
  orders: Array<number>(20).fill(10),
  units: Array<number>(20).fill(12),
  returns: Array<number>(20).fill(1),
});

describe('impossibleValues', () => {
  it.each([
    { says: 'more clicks than impressions', cells: ['clicks', 2000], empties: 'impressions' },
    { says: 'more orders than clicks', cells: ['clicks', 4], empties: 'clicks' },
    { says: 'more returns than units', cells: ['returns', 13], empties: 'returns' },
    { says: 'less than half as many units as orders', cells: ['units', 4], empties: 'orders' },
  ] as const)('objects to $says', ({ cells: [field, value], empties }) => {
    const remarks = impossibleValues(withCells(usual, field, { 7: value }));
    expect(remarks).toMatchObject([{ field: empties, places: [7], instead: [NaN], usually: true }]);
  });

  it.each([
    { says: 'as many orders as clicks', cells: ['orders', 12] },
    { says: 'a few units less than orders', cells: ['units', 8] },
    { says: 'a missing count', cells: ['clicks', NaN] },
  ] as const)('accepts $says', ({ cells: [field, value] }) => {
    expect(impossibleValues(withCells(usual, field, { 7: value }))).toEqual([]);
  });

  it('blames one count for both rules that it breaks', () => {
    const remarks = impossibleValues(withCells(usual, 'clicks', { 7: 5 }));
    expect(remarks.map(({ field }) => field)).toEqual(['clicks']);
    const orders = impossibleValues(withCells(usual, 'orders', { 7: 500 }));
    expect(orders.map(({ field }) => field)).toEqual(['orders']);
  });

  it('empties nothing unasked where a rule is broken throughout', () => {
    const views = withCells(usual, 'impressions', { 0: 50, 1: 50, 2: 50, 3: 50, 4: 50 });
    expect(impossibleValues(views)).toMatchObject([{ field: 'impressions', usually: false }]);
  });

  it('finds nothing in a shop whose counts are right', () => {
    expect(impossibleValues(shopTable(generateShop()))).toEqual([]);
  });
});

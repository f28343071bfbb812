import { describe, expect, it } from 'vitest';
import { countColumns } from '#core/import/schema/count-columns.ts';

/** Whether a column of these numbers may count units sold. */
function canCount(header: string, numbers: readonly (number | string)[]): boolean {
  const rows = numbers.map((number) => [String(number)]);
  return countColumns([header], { headers: [header], rows }).length === 1;
}
const sales = [12, 3, 40, 8, 3, 19, 0, 7, 22, 5];
const numbered = (from: number, step = 1) => sales.map((_, i) => from + step * i);

describe('columns that can count units sold', () => {
  it('hold whole numbers, in any order but an ascending one', () => {
    expect(canCount('Pieces', sales)).toBe(true);
    expect(
      canCount(
        'Pieces',
        sales.toSorted((a, b) => b - a),
      ),
    ).toBe(true);
    expect(canCount('Pieces', ['12', '1,040', '', ...sales])).toBe(true);
    expect(
      canCount(
        'Pieces',
        sales.map((units) => units + 0.5),
      ),
    ).toBe(false);
    expect(
      canCount(
        'Pieces',
        sales.map((units) => -units),
      ),
    ).toBe(false);
    expect(
      canCount(
        'Pieces',
        sales.map(() => 1),
      ),
    ).toBe(false);
  });

  it('are no running numbers, also where a number stands in several rows', () => {
    expect(canCount('Column 1', numbered(1))).toBe(false);
    expect(canCount('Till', [1, 1, 2, 3, 3, 4, 5, 6, 6, 7, 8, 9, 10])).toBe(false);
  });

  it('are no years, and no codes by their length', () => {
    expect(canCount('Column 1', [2019, 2021, 1998, 2003, 2019, 2020, 2011, 2005])).toBe(false);
    const codes = Array.from({ length: 40 }, (_, i) => 40_000_000 + ((i * 7_919_311) % 9_999_983));
    expect(canCount('Column 1', codes)).toBe(false);
  });

  it.each([
    ...['theme_id', 'Row ID', 'Rank', 'Year', 'Cart total', 'Item no', 'Artikelnummer', 'Preis'],
    ...['Postcode', 'Rating', 'Impressions', 'Lagerbestand', '排名', '价格', '库存', '3176655'],
  ])('are not named %s', (header) => {
    expect(canCount(header, sales)).toBe(false);
  });
});

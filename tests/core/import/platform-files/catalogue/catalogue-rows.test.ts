import { describe, expect, it } from 'vitest';
import { codedColumn } from '#core/import/csv/coded-column.ts';
import { productOfRows } from '#core/import/platform-files/catalogue/catalogue-rows.ts';

type Row = readonly [productId: string, sku: string, parent: string, title: string];

function productsOf(...rows: readonly Row[]): Record<string, readonly number[]> {
  const column = (place: number) => codedColumn(rows.map((row) => row[place]!));
  const ids = { productId: column(0), sku: column(1), parent: column(2), title: column(3) };
  return Object.fromEntries(productOfRows(ids));
}

describe('productOfRows', () => {
  it('lets a row without an id continue the one above', () => {
    expect(
      productsOf(['mug', 'M1', '', 'Mug'], ['', 'M2', '', ''], ['tee', '', '', 'Tee']),
    ).toEqual({
      ...{ mug: [0, 1], tee: [2] },
    });
  });

  it('starts a product at a title, by its SKU or its name', () => {
    const rows: Row[] = [
      ['mug', '', '', 'Mug'],
      ['', 'T1', '', 'Tee'],
      ['', '', '', 'Cap'],
    ];
    expect(productsOf(...rows)).toEqual({ mug: [0], T1: [1], Cap: [2] });
  });

  it('takes each row for a product where no row has an id', () => {
    expect(productsOf(['', 'A', '', 'Mug'], ['', 'B', '', ''], ['', '', '', 'Cap'])).toEqual({
      ...{ A: [0], B: [1], Cap: [2] },
    });
  });

  it('finds a parent by its SKU, its number, or "id:" and its number', () => {
    const rows: Row[] = [
      ['10', 'HOOD', '', 'Hoodie'],
      ['11', 'HOOD-R', 'HOOD', 'Hoodie - Red'],
      ['12', 'HOOD-B', 'id:10', 'Hoodie - Blue'],
      ['13', 'HOOD-G', '10', 'Hoodie - Green'],
      ['14', 'CAP-R', 'CAP', 'Cap - Red'],
    ];
    expect(productsOf(...rows)).toEqual({ 10: [0, 1, 2, 3], CAP: [4] });
  });

  it('leaves out a row that names nothing', () => {
    expect(productsOf(['', '', '', ''], ['mug', '', '', 'Mug'])).toEqual({ mug: [1] });
  });
});

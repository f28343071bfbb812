import { describe, expect, it } from 'vitest';
import { codedColumn } from '#core/import/csv/coded-column.ts';
import { outliers } from '#core/import/quality/outliers.ts';
import { generateShop } from '../../../support/demo-shop/generator.ts';
import { numberColumns } from '../../../support/number-columns.ts';
import { shopTable } from '../../../support/shop-table.ts';

const listPrice = Array.from({ length: 60 }, (_, i) => (i < 30 ? 10 + (i % 5) : 1000 + i));
const category = codedColumn(listPrice.map((_, i) => (i < 30 ? 'Mugs' : 'Sofas')));

describe('outliers', () => {
  it('judges a figure within its category', () => {
    const cheap = listPrice.with(45, 12);
    expect(outliers(numberColumns({ listPrice: cheap }), category)).toMatchObject([
      { field: 'listPrice', places: [45], usually: false, severity: 'info' },
    ]);
    expect(outliers(numberColumns({ listPrice: cheap }), null)).toEqual([]);
  });

  it('judges small categories with all launches', () => {
    const few = codedColumn(listPrice.map((_, i) => `Kind ${i % 10}`));
    const units = listPrice.map((_, i) => (i === 9 ? 1e7 : 20 + (i % 9)));
    expect(outliers(numberColumns({ units }), few)).toMatchObject([{ places: [9] }]);
  });

  it('says nothing where most values are equal', () => {
    const returns = listPrice.map((_, i) => (i % 4 === 0 ? i : 0));
    expect(outliers(numberColumns({ returns }), category)).toEqual([]);
  });

  it('finds next to none in a shop whose figures are right', () => {
    const shop = shopTable(generateShop());
    const found = outliers(shop, codedColumn(shop.category));
    const cells = found.reduce((count, { places }) => count + places.length, 0);
    expect(cells).toBeLessThan(0.005 * shop.rowCount);
  });
});

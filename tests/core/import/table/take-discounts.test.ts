import { describe, expect, it } from 'vitest';
import { buildLaunchTable } from '#core/import/table/build-launch-table.ts';
import { plainRecipe } from '#core/import/recipe/recipe.ts';
import { textRows } from '../../../support/text-rows.ts';

const HEADERS = ['day', 'list', 'sale', 'Discount', 'promotion', 'units'];
const fields = {
  ...{ launchDate: 'day', listPrice: 'list', salePrice: 'sale', discount: 'Discount' },
  ...{ promotion: 'promotion', units: 'units' },
};

function built(rows: readonly (readonly [list: string, sale: string, discount: string])[]) {
  const records = rows.map(([list, sale, discount], i) => [
    ...[`2024-03-${String(i + 1).padStart(2, '0')}`, list, sale, discount],
    ...[discount === '0' ? '' : 'Launch offer', '5'],
  ]);
  const recipe = plainRecipe({ fields, attributes: [] });
  const { table, issues } = buildLaunchTable(textRows(HEADERS, records), recipe);
  return {
    list: [...table.listPrice],
    sale: [...table.salePrice],
    issues: issues.filter(({ field }) => field === 'discount'),
  };
}

describe('takeDiscounts', () => {
  it('gives a launch the sale price that is missing, and so its promotion a depth', () => {
    const { sale, issues } = built([
      ['20', '', '20'],
      ['15.99', '', '10'],
      ['12', '', '0'],
      ['9', '', ''],
    ]);
    expect(sale).toEqual([16, 14.39, 12, NaN]);
    expect(issues).toEqual([]);
  });

  it('gives a launch the list price that is missing', () => {
    expect(built([['', '16', '20%']]).list).toEqual([20]);
  });

  it('leaves both prices as they stand, and names the rows that say otherwise', () => {
    const told = built([
      ['20', '16', '20%'],
      ['20', '17.99', '10%'],
      ['20', '20', '25%'],
      ['20', '18', '10%'],
      ['20', '19', '5%'],
      ['30', '24', '20%'],
    ]);
    expect(told.sale).toEqual([16, 17.99, 20, 18, 19, 24]);
    expect(told.issues).toMatchObject([
      { kind: 'discount-contradicts', column: 'Discount', rows: [4], samples: ['25%'] },
    ]);
  });

  it('takes nothing of numbers that could be anything', () => {
    const told = built([
      ['20', '', '3.45'],
      ['20', '', '1.15'],
    ]);
    expect(told.sale).toEqual([NaN, NaN]);
    expect(told.issues).toMatchObject([{ kind: 'discount-unclear', samples: ['3.45'] }]);
  });

  it('takes amounts off where the prices of other rows show that they are amounts', () => {
    const told = built([
      ['40', '35', '5'],
      ['25', '22.50', '2.50'],
      ['30', '28', '2'],
      ['50', '', '10'],
    ]);
    expect(told.sale).toEqual([35, 22.5, 28, 40]);
    expect(told.issues).toEqual([]);
  });
});

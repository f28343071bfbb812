import { describe, expect, it } from 'vitest';
import { dayFromCalendar } from '#core/base/dates.ts';
import { plainRecipe } from '#core/import/recipe/recipe.ts';
import { launchesInRows, variantHeaders } from '#core/planning/variants/launches-in-rows.ts';
import { textRows } from '../../../support/text-rows.ts';

const fields = { title: 'name', category: 'kind', launchDate: 'day', units: 'sold' } as const;
const day = dayFromCalendar(2024, 3, 4);

describe('launchesInRows', () => {
  it('reads the column that an import of orders writes', () => {
    const recipe = plainRecipe({ fields: { ...fields, firstStock: 'stock' }, attributes: [] });
    const headers = ['name', 'kind', 'day', 'sold', 'stock', 'variant_units', 'price'];
    const rows = textRows(headers, [
      ['Dress', 'Dresses', '2024-03-04', '19', '', 'XL / Sand: 12; L / Black: 7', '9'],
      ['Skirt', 'Skirts', '2024-03-04', '9', '9', 'S: 5; M: 4', '9'],
      ['Hat', 'Hats', '2024-03-04', '9', '', '', '9'],
      ['Cap', 'Hats', 'later', '9', '', 'S: 5; M: 4', '9'],
    ]);
    expect(launchesInRows(rows, recipe)).toEqual([
      {
        ...{ category: 'Dresses', day, isSoldOut: false },
        variants: [
          { name: 'XL / Sand', units: 12, isSoldOut: false },
          { name: 'L / Black', units: 7, isSoldOut: false },
        ],
      },
      expect.objectContaining({ category: 'Skirts', isSoldOut: true }),
    ]);
    expect(variantHeaders(recipe, headers)).toEqual(headers.slice(0, -1));
  });

  it('adds rows of one variant each, with what sold out and what did not sell', () => {
    const recipe = plainRecipe({ fields: { ...fields, firstStock: 'stock' }, attributes: [] });
    const rows = textRows(
      ['name', 'kind', 'day', 'sold', 'stock'],
      [
        ['Dress, S', 'Dresses', '2024-03-04', '0', '10'],
        ['Dress, M', 'Dresses', '2024-03-04', '10', '10'],
        ['Dress, M', 'Dresses', '2024-05-04', '3', '10'],
        ['Mug', 'Mugs', '2024-03-04', '3', '10'],
      ],
    );
    expect(launchesInRows(rows, recipe)).toEqual([
      {
        ...{ category: 'Dresses', day, isSoldOut: false },
        variants: [
          { name: 'S', units: 0, isSoldOut: false },
          { name: 'M', units: 10, isSoldOut: true },
        ],
      },
    ]);
  });

  it('finds none in a table without variants', () => {
    const recipe = plainRecipe({ fields, attributes: [] });
    const rows = textRows(['name', 'kind', 'day', 'sold'], [['Mug', 'Mugs', '2024-03-04', '3']]);
    expect(launchesInRows(rows, recipe)).toEqual([]);
  });
});

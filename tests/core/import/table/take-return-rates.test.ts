import { expect, it } from 'vitest';
import { buildLaunchTable } from '#core/import/table/build-launch-table.ts';
import { plainRecipe } from '#core/import/recipe/recipe.ts';
import { textRows } from '../../../support/text-rows.ts';

function returnsOf(header: string, cells: readonly string[]): number[] {
  const records = cells.map((cell, i) => [`2024-03-0${i + 1}`, '200', cell]);
  const fields = { launchDate: 'day', units: 'units', returns: header };
  const recipe = plainRecipe({ fields, attributes: [] });
  return [...buildLaunchTable(textRows(['day', 'units', header], records), recipe).table.returns];
}

it.each([
  { header: '退货率', cells: ['35%', '0%', '', '12.5%'] },
  { header: '退货率', cells: ['35', '0', '', '12.5'] },
  { header: 'Return rate', cells: ['0.35', '0', '', '0.125'] },
])('counts the units that a rate says came back: $cells', ({ header, cells }) => {
  expect(returnsOf(header, cells)).toEqual([70, 0, NaN, 25]);
});

it('leaves counts as they are', () => {
  expect(returnsOf('Returns', ['35', '0', '', '12'])).toEqual([35, 0, NaN, 12]);
});

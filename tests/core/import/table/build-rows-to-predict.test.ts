import { expect, it } from 'vitest';
import { buildRowsToPredict } from '#core/import/table/build-rows-to-predict.ts';
import { plainRecipe } from '#core/import/recipe/recipe.ts';
import { launchTable } from '../../../support/launch-table.ts';
import { textRows } from '../../../support/text-rows.ts';

it('counts the days from dates of a product to the launch of its row', () => {
  const history = launchTable([{ material: '30 days before launch' }]);
  const rows = textRows(
    ['title', 'day', 'material'],
    [
      ['Mug', '2026-05-10', '2026-03-01'],
      ['Cup', '2026-05-12', ''],
      ['Pot', '', '2026-03-01'],
    ],
  );
  const mapping = { fields: { title: 'title', launchDate: 'day' }, attributes: ['material'] };
  const { attributes } = buildRowsToPredict(rows, plainRecipe(mapping), history);
  expect(attributes.material).toEqual(['70 days before launch', '', '']);
});

import { describe, expect, it } from 'vitest';
import { buildLaunchTable } from '#core/import/table/build-launch-table.ts';
import { plainRecipe } from '#core/import/recipe/recipe.ts';
import { textRows } from '../../../support/text-rows.ts';

const HEADERS = ['name', 'date', 'sold', 'units_week_1', 'units_week_2', 'units_week_3'];
const fields = { title: 'name', launchDate: 'date', units: 'sold' };

function build(rows: readonly (readonly string[])[], attributes: readonly string[] = []) {
  const records = rows.map((weeks, i) => [`Mug ${i}`, '2024-03-08', '9', ...weeks]);
  return buildLaunchTable(textRows(HEADERS, records), plainRecipe({ fields, attributes }));
}

describe('units by week', () => {
  it('are read by what their headers say; what is no count, and weeks without a column, are missing', () => {
    const { table, issues } = build([
      ['3', '1,200', ''],
      ['0', 'none yet', '-2'],
    ]);
    expect(table.weeklyUnits).toHaveLength(12);
    expect(table.weeklyUnits!.slice(0, 3)).toEqual([
      Float64Array.of(3, 0),
      Float64Array.of(1200, NaN),
      Float64Array.of(NaN, NaN),
    ]);
    expect(table.weeklyUnits![11]).toEqual(Float64Array.of(NaN, NaN));
    expect(issues.map(({ kind }) => kind)).not.toContain('columns-not-used');
  });

  it('stand beside the launches that are used only', () => {
    const records = [
      ['Mug', '2024-03-08', '9', '1', '2', '3'],
      ['Jug', 'no day', '9', '4', '5', '6'],
      ['Pot', '2024-03-09', '9', '7', '8', '9'],
    ];
    const { table } = buildLaunchTable(
      textRows(HEADERS, records),
      plainRecipe({ fields, attributes: [] }),
    );
    expect(table.weeklyUnits![0]).toEqual(Float64Array.of(1, 7));
  });

  it('are none where no cell holds one, or where their columns are read as something else', () => {
    expect(build([['', '', '']]).table).not.toHaveProperty('weeklyUnits');
    const attributes = ['units_week_1', 'units_week_2'];
    expect(build([['1', '2', '3']], attributes).table).not.toHaveProperty('weeklyUnits');
  });
});

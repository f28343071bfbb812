import { describe, expect, it } from 'vitest';
import { blankAdSpend } from '#core/import/quality/blank-ad-spend.ts';
import { buildLaunchTable } from '#core/import/table/build-launch-table.ts';
import { plainRecipe } from '#core/import/recipe/recipe.ts';
import { numberColumns } from '../../../support/number-columns.ts';
import { textRows } from '../../../support/text-rows.ts';

const HEADERS = ['date', 'units', 'ads'];
const mapping = { fields: { launchDate: 'date', units: 'units', adSpend: 'ads' }, attributes: [] };
const launches = (...ads: string[]) =>
  textRows(
    HEADERS,
    ads.map((cell, i) => [`2024-03-${10 + i}`, `${20 + i}`, cell]),
  );

describe('blankAdSpend', () => {
  it('names the blanks among cells that are told, and not what cannot be read', () => {
    const numbers = numberColumns({ adSpend: [40, NaN, NaN, 0] });
    const rows = launches('40', '', 'tbc', '0');
    expect(blankAdSpend(numbers, { rows, mapping })).toMatchObject([
      { kind: 'blank-ad-spend', treatment: 'zero', usually: false, places: [1], instead: [0] },
    ]);
  });

  it('asks nothing where all is told, nothing is, or there is no such column', () => {
    const asked = (ads: string[], adSpend: number[], fields = mapping.fields) =>
      blankAdSpend(numberColumns({ adSpend }), {
        ...{ rows: launches(...ads), mapping: { ...mapping, fields } },
      });
    expect(asked(['40', '0'], [40, 0])).toEqual([]);
    expect(asked(['', ''], [NaN, NaN])).toEqual([]);
    const { launchDate, units } = mapping.fields;
    const without = { launchDate, units } as typeof mapping.fields;
    expect(asked(['40', ''], [NaN, NaN], without)).toEqual([]);
  });
});

describe('launches whose ad spend is blank', () => {
  const rows = launches('40', '', 'tbc', '0');
  const finding = 'blank-ad-spend|adSpend|ads';

  it('count as not known until the seller says that no ads ran', () => {
    const { table, issues } = buildLaunchTable(rows, plainRecipe(mapping));
    expect([...table.adSpend]).toEqual([40, NaN, NaN, 0]);
    expect(issues.find(({ kind }) => kind === 'blank-ad-spend')).toMatchObject({
      ...{ rows: [3], rowCount: 1, samples: [], treatment: { name: 'zero', isOn: false } },
    });
  });

  it('then count as 0', () => {
    const recipe = { ...plainRecipe(mapping), treatments: { [finding]: true } };
    expect([...buildLaunchTable(rows, recipe).table.adSpend]).toEqual([40, 0, NaN, 0]);
  });
});

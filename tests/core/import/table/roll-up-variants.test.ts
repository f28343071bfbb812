import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sum } from '#core/base/statistics/statistics.ts';
import { buildLaunchTable } from '#core/import/table/build-launch-table.ts';
import { plainRecipe } from '#core/import/recipe/recipe.ts';
import { rowsSetAsideBy } from '#core/import/quality/set-aside.ts';
import { textRows } from '../../../support/text-rows.ts';

const RECIPE = plainRecipe({
  fields: {
    ...{ title: 'title', launchDate: 'day', channel: 'channel', listPrice: 'price' },
    ...{ units: 'units', revenue: 'revenue', rating: 'stars' },
  },
  attributes: [],
});
const HEADERS = [
  'title',
  'day',
  'channel',
  'price',
  'units',
  'revenue',
  'stars',
  'units_week_1',
  'units_week_2',
];

function built(rows: readonly string[], treatments = {}) {
  const cells = rows.map((row) => row.split('|'));
  return buildLaunchTable(textRows(HEADERS, cells), { ...RECIPE, treatments });
}

const HOODIES = [
  'Hoodie - XL / Sand|2024-03-01|Shop|40|5|200|4|2|3',
  'Hoodie - L / Sand|2024-03-01|Shop|42|7|294|5|4|3',
  'Hoodie - L / Black|2024-03-01|Shop|44||88||1|',
  'Hoodie - M / Black|2024-03-01|Market|44|3|132|3|1|2',
  'Hoodie - M / Red|2024-05-01|Shop|44|2|88|3|1|1',
  'Candle, vanilla|2024-03-01|Shop|9|8|72|4|4|4',
  'Candle, lavender|2024-03-01|Shop|9|6|54|4|3|3',
];

describe('rows of variants', () => {
  it('have money of whole cents together', () => {
    const { table } = built([
      'Hoodie - XL / Sand|2024-03-01|Shop|40.1|5|0.1|4|2|3',
      'Hoodie - L / Sand|2024-03-01|Shop|40.24|7|0.2|5|4|3',
    ]);
    expect([table.revenue[0], table.listPrice[0]]).toEqual([0.3, 40.17]);
  });

  it('are one launch where day and channel are the same: outcomes added, prices in the middle', () => {
    const { table, issues, rowsRead, rowsUsed, rowsSetAside } = built(HOODIES);
    expect(table.title).toEqual([
      ...[
        'Hoodie',
        'Hoodie - M / Black',
        'Hoodie - M / Red',
        'Candle, vanilla',
        'Candle, lavender',
      ],
    ]);
    expect(table.units[0]).toBe(12);
    expect(table.revenue[0]).toBe(494);
    expect(table.listPrice[0]).toBe(41);
    expect(table.rating[0]).toBe(4.5);
    expect(table.weeklyUnits!.map((week) => week[0])).toEqual([
      6,
      6,
      ...Array<number>(10).fill(NaN),
    ]);
    // Without an outcome a row is set aside before.
    expect([rowsRead, rowsUsed, rowsSetAside]).toEqual([7, 5, 2]);
    const found = issues.find(({ kind }) => kind === 'variant-rows')!;
    expect(found).toMatchObject({ rowCount: 1, treatment: { name: 'merge', isOn: true } });
    expect(found.samples).toEqual(['Hoodie - XL / Sand + Hoodie - L / Sand']);
  });

  it('are launches of their own where the seller says so', () => {
    const { table, rowsUsed } = built(HOODIES, { 'variant-rows|title|title': false });
    expect(rowsUsed).toBe(6);
    expect(table.units.slice(0, 2)).toEqual(Float64Array.of(5, 7));
    expect(table.title[0]).toBe('Hoodie - XL / Sand');
  });

  it('sell in all what they sold apart, and every row is accounted for', () => {
    const row = fc
      .record({
        name: fc.constantFrom('Hoodie', 'Tee', 'Cap'),
        variant: fc.constantFrom('', ' - S', ' - M', ', black', ' (Sand)', ', vanilla'),
        day: fc.constantFrom('2024-03-01', '2024-03-02'),
        channel: fc.constantFrom('Shop', 'Market'),
        units: fc.integer({ min: 0, max: 50 }),
      })
      .map(
        ({ name, variant, day, channel, units }) =>
          `${name}${variant}|${day}|${channel}|10|${units}|${units * 10}|4|${units}|0`,
      );
    const law = fc.property(fc.uniqueArray(row, { minLength: 1, maxLength: 40 }), (rows) => {
      const together = built(rows);
      const apart = built(rows, { 'variant-rows|title|title': false });
      expect(sum(together.table.units)).toBe(sum(apart.table.units));
      expect(sum(together.table.weeklyUnits?.[0] ?? [])).toBe(
        sum(apart.table.weeklyUnits?.[0] ?? []),
      );
      const aside = sum(together.issues.map(rowsSetAsideBy));
      expect(together.rowsSetAside).toBe(aside);
      expect(together.rowsUsed).toBe(together.table.rowCount);
      expect(together.rowNumbers).toHaveLength(together.rowsUsed);
    });
    fc.assert(law, { numRuns: 200 });
  });
});

import { describe, expect, it } from 'vitest';
import { dayFromCalendar } from '#core/base/dates.ts';
import { launchOverview, MOST_VALUES } from '#core/import/columns/launch-overview.ts';
import { launchTable } from '../../../support/launch-table.ts';

const table = launchTable([
  {
    day: dayFromCalendar(2025, 2, 28),
    units: 4,
    channel: 'Web',
    category: 'Mugs',
    material: 'red',
  },
  {
    day: dayFromCalendar(2024, 12, 1),
    units: 8,
    channel: 'Web',
    category: 'Bowls',
    material: 'red',
  },
  { day: dayFromCalendar(2024, 12, 31), units: NaN, category: 'Mugs', material: 'blue' },
]);

describe('launchOverview', () => {
  it('counts launches by month, months without one included', () => {
    expect(launchOverview(table).months).toEqual([
      { firstDay: dayFromCalendar(2024, 12, 1), count: 2 },
      { firstDay: dayFromCalendar(2025, 1, 1), count: 0 },
      { firstDay: dayFromCalendar(2025, 2, 1), count: 1 },
    ]);
  });

  it('counts launches by units sold, where they are known', () => {
    const { bins, median } = launchOverview(table).units;
    expect(bins.reduce((total, { count }) => total + count, 0)).toBe(2);
    expect(median).toBe(6);
  });

  it('names the values that occur, commonest first', () => {
    const { channels, categories, brands, attributes } = launchOverview(table);
    expect({ channels, categories, brands, attributes }).toEqual({
      channels: ['Web'],
      categories: ['Mugs', 'Bowls'],
      brands: [],
      attributes: { material: ['red', 'blue'] },
    });
  });

  it('keeps the smallest and the largest of more numbers than it names', () => {
    const weights = Array.from({ length: 2 * MOST_VALUES }, (_, i) => `${i + 50}.5 g`);
    const rows = weights.map((material) => ({ day: 1, units: 1, material }));
    const { material } = launchOverview(launchTable(rows)).attributes;
    expect(material).toHaveLength(MOST_VALUES);
    expect(material).toEqual(expect.arrayContaining(['50.5 g', '449.5 g']));
    expect(new Set(material).size).toBe(MOST_VALUES);
  });

  it('counts the launches that have a value, column by column', () => {
    const { fields, attributes } = launchOverview(table).known;
    expect(fields).toMatchObject({ launchDate: 3, units: 2, channel: 2, brand: 0, revenue: 0 });
    expect(attributes).toEqual({ material: 3 });
  });
});

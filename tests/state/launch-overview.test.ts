import { describe, expect, it } from 'vitest';
import { dayFromCalendar } from '#core/dates.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import { launchOverview } from '#state/launch-overview.ts';

const table = {
  launchDay: Float64Array.of(
    dayFromCalendar(2025, 2, 28),
    dayFromCalendar(2024, 12, 1),
    dayFromCalendar(2024, 12, 31),
  ),
  units: Float64Array.of(4, 8, NaN),
  channel: ['Web', 'Web', ''],
  category: ['Mugs', 'Bowls', 'Mugs'],
  brand: ['', '', ''],
  attributes: { colour: ['red', 'red', 'blue'] },
} as unknown as LaunchTable;

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
      attributes: { colour: ['red', 'blue'] },
    });
  });
});

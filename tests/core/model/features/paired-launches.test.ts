import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayFromCalendar, weekOfYear, WEEKS_PER_YEAR } from '#core/base/dates.ts';
import { launchesUnder, nearestDayIn, usualActions } from '#core/model/features/paired-launches.ts';
import { launchTable } from '../../../support/launch-table.ts';

const table = launchTable(
  Array.from({ length: 20 }, (_, i) => ({
    title: `Mug ${i}`,
    material: i % 2 ? 'oak' : 'tin',
    day: dayFromCalendar(2024, 1, 1) + 18 * i,
    channel: i % 3 ? 'shop' : 'market',
    listPrice: 10 + i,
    salePrice: (10 + i) * (i % 4 ? 1 : 0.8),
    adSpend: i,
    units: 5 * i,
  })),
);
const rows = Uint32Array.from({ length: 20 }, (_, row) => row);

describe('usual actions', () => {
  it('are of launches evenly from the first to the last, all of few', () => {
    expect(usualActions(table, rows).map(({ adSpend }) => adSpend)).toEqual([
      1, 3, 6, 8, 11, 13, 16, 18,
    ]);
    expect(usualActions(table, rows.slice(0, 3))).toHaveLength(3);
  });
});

describe('launches under other actions', () => {
  it('keep their product and take offer and week of the action', () => {
    const actions = usualActions(table, rows);
    const under = launchesUnder(table, Uint32Array.of(4, 9), actions);
    expect(under.rowCount).toBe(16);
    for (let i = 0; i < 16; i++) {
      const row = i < 8 ? 4 : 9;
      const action = actions[i % 8]!;
      expect(under.title[i]).toBe(table.title[row]);
      expect(under.attributes.material![i]).toBe(table.attributes.material![row]);
      expect(under.units[i]).toBe(table.units[row]);
      expect(under.channel[i]).toBe(action.channel);
      expect(under.salePrice[i]! / under.listPrice[i]!).toBeCloseTo(action.priceRatio, 12);
      expect(under.adSpend[i]).toBe(action.adSpend);
      expect(Math.abs(under.launchDay[i]! - table.launchDay[row]!)).toBeLessThanOrEqual(26 * 7);
    }
    const early = launchesUnder(table, Uint32Array.of(19), actions, dayFromCalendar(2024, 3, 1));
    expect(Math.max(...early.launchDay)).toBeLessThanOrEqual(dayFromCalendar(2024, 3, 1) + 26 * 7);
  });

  it('lie in the week of the year that was asked for, or within days of it where years turn', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: WEEKS_PER_YEAR - 1 }),
        fc.integer({ min: 17_000, max: 22_000 }),
        (week, day) => {
          const found = nearestDayIn(week, day);
          expect(Math.abs(found - day)).toBeLessThanOrEqual(26 * 7);
          const apart = Math.abs(weekOfYear(found) - week);
          expect(Math.min(apart, WEEKS_PER_YEAR - apart)).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});

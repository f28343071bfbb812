import { describe, expect, it } from 'vitest';
import { dayFromCalendar } from '#core/base/dates.ts';
import { demandPanel, mondayOf } from '#core/demand/series/demand-panel.ts';

const MONDAY = dayFromCalendar(2026, 1, 5);

describe('demandPanel', () => {
  it('adds up units by name and whole week', () => {
    const panel = demandPanel(
      [
        { name: 'Mugs', day: MONDAY, units: 2 },
        { name: 'Mugs', day: MONDAY + 6, units: 3 },
        { name: 'Bags', day: MONDAY + 7, units: 1 },
        { name: 'Mugs', day: MONDAY + 14, units: 4 },
      ],
      { from: MONDAY, to: MONDAY + 20 },
    );
    expect(panel).toEqual({
      ...{ firstDay: MONDAY, weekCount: 3 },
      series: [
        { name: 'Mugs', units: Float64Array.of(5, 0, 4) },
        { name: 'Bags', units: Float64Array.of(NaN, 1, 0) },
      ],
    });
  });

  it('leaves out weeks that the records do not cover to their end', () => {
    const sales = [0, 6, 7, 13].map((days) => ({ name: 'Mugs', day: MONDAY + days, units: 1 }));
    const panel = demandPanel(sales, { from: MONDAY + 1, to: MONDAY + 14 });
    expect(panel).toMatchObject({ firstDay: MONDAY + 7, weekCount: 1 });
    expect(panel.series[0]!.units).toEqual(Float64Array.of(2));
  });

  it('is empty where no week is whole', () => {
    expect(demandPanel([], { from: MONDAY, to: MONDAY + 5 })).toMatchObject({
      weekCount: 0,
      series: [],
    });
    expect(demandPanel([], { from: NaN, to: NaN }).series).toEqual([]);
  });
});

describe('mondayOf', () => {
  it('is the Monday of the week, before 1970 too', () => {
    for (let day = -20; day < 20; day++) {
      const monday = mondayOf(day);
      expect(new Date(monday * 86_400_000).getUTCDay()).toBe(1);
      expect(day - monday).toBeGreaterThanOrEqual(0);
      expect(day - monday).toBeLessThan(7);
    }
  });
});

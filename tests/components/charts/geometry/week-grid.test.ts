import { describe, expect, it } from 'vitest';
import { namesMonth, weekGrid } from '#components/charts/geometry/week-grid.ts';
import { dayFromCalendar } from '#core/base/dates.ts';

const monday = dayFromCalendar(2026, 11, 30);
const weeks = Array.from({ length: 52 }, (_, i) => monday + 7 * i);
const gridOf = (width: number) =>
  weekGrid({ width, labelWidth: 80, weekCount: weeks.length, rowCount: 5 });

describe('weekGrid', () => {
  it('draws all weeks in one band where there is room, and in several where there is not', () => {
    expect(gridOf(900).columns).toBe(52);
    const narrow = gridOf(328);
    expect(narrow.columns).toBeLessThan(52);
    expect(narrow.cellWidth).toBeGreaterThanOrEqual(9);
    expect(narrow.y(0, 51)).toBeGreaterThan(narrow.y(4, 0));
  });

  it('keeps every cell inside the drawing', () => {
    for (const width of [240, 328, 640, 1100]) {
      const grid = gridOf(width);
      for (const week of weeks.keys()) {
        expect(grid.x(week) + grid.cellWidth).toBeLessThanOrEqual(width + 1e-6);
        expect(grid.y(4, week) + grid.rowHeight).toBeLessThanOrEqual(grid.height);
      }
    }
  });

  it('names a month only where its name has room', () => {
    const grid = gridOf(900);
    // 30 November begins a week before December.
    expect(namesMonth(weeks, 0, grid)).toBe(false);
    expect(namesMonth(weeks, 1, grid)).toBe(true);
    expect(namesMonth(weeks, 51, grid)).toBe(false);
  });
});

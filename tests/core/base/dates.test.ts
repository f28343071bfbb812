import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  checkedDay,
  dayAt,
  dayFromCalendar,
  isoDate,
  mondayOnOrAfter,
  monthOfYear,
  monthStart,
  weekOfYear,
} from '#core/base/dates.ts';

it('counts days from 1970', () => {
  expect(dayFromCalendar(1970, 1, 1)).toBe(0);
  expect(isoDate(dayFromCalendar(2024, 2, 29))).toBe('2024-02-29');
});

it('tells the month of a day', () => {
  expect([1, 6, 12].map((month) => monthOfYear(dayFromCalendar(2025, month, 28)))).toEqual([
    1, 6, 12,
  ]);
});

it('refuses dates that do not exist', () => {
  expect(checkedDay(2023, 2, 29)).toBeNaN();
  expect(checkedDay(2023, 13, 1)).toBeNaN();
  expect(checkedDay(2024, 2, 29)).toBe(dayFromCalendar(2024, 2, 29));
});

it('finds the day at a moment, by the clocks of a place', () => {
  const elevenAtNight = Date.UTC(2026, 2, 8, 23);
  expect(isoDate(dayAt(elevenAtNight, 0))).toBe('2026-03-08');
  expect(isoDate(dayAt(elevenAtNight, -120))).toBe('2026-03-09');
  expect(isoDate(dayAt(elevenAtNight, 24 * 60))).toBe('2026-03-07');
});

it('finds the first day of a month, over the end of a year and before 1970 too', () => {
  const start = (isoDay: string, monthsLater?: number) =>
    isoDate(monthStart(Date.parse(isoDay) / 86_400_000, monthsLater));
  expect(start('2024-02-29')).toBe('2024-02-01');
  expect(start('2024-12-31', 1)).toBe('2025-01-01');
  expect(start('1969-12-31')).toBe('1969-12-01');
});

it('finds the 4th of January in the first week of every year and the 28th of December in the last, as ISO 8601 has them', () => {
  for (let year = 1; year <= 2400; year++) {
    expect(weekOfYear(dayFromCalendar(year, 1, 4))).toBe(0);
    expect(weekOfYear(dayFromCalendar(year, 12, 28))).toBe(51);
  }
});

it('numbers the weeks of a year from 0 to 51, as ISO 8601 does from 1', () => {
  // ISO weeks by Python's datetime.date.isocalendar().
  const weeks: [string, number][] = [
    ['2024-01-01', 1],
    ['2024-01-08', 2],
    ['2024-12-31', 1],
    ['2021-01-03', 53],
    ['2021-01-04', 1],
    ['2025-12-28', 52],
    ['2025-12-29', 1],
    ['1969-07-20', 29],
  ];
  for (const [isoDay, isoWeek] of weeks) {
    expect(weekOfYear(Date.parse(isoDay) / 86_400_000)).toBe(Math.min(52, isoWeek) - 1);
  }
});

it('finds the next Monday, and no other day, within a week', () => {
  fc.assert(
    fc.property(fc.integer({ min: -20_000, max: 40_000 }), (day) => {
      const monday = mondayOnOrAfter(day);
      expect(new Date(monday * 86_400_000).getUTCDay()).toBe(1);
      expect(monday - day).toBeGreaterThanOrEqual(0);
      expect(monday - day).toBeLessThan(7);
    }),
  );
});

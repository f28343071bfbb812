import { describe, expect, it } from 'vitest';
import { dayFromCalendar } from '#core/base/dates.ts';
import { mondayOf } from '#core/demand/series/demand-panel.ts';
import { sameTimeOfYear, sameWeekIn } from '#core/demand/series/same-week.ts';

const FIRST = mondayOf(dayFromCalendar(2022, 1, 3));
const weekOf = (year: number, month: number, day: number) =>
  (mondayOf(dayFromCalendar(year, month, day)) - FIRST) / 7;

describe('sameTimeOfYear', () => {
  it('stays at the same time of the year', () => {
    expect([1, 2, 3, 4, 5].map((years) => -sameTimeOfYear(0, years))).toEqual([
      52, 104, 157, 209, 261,
    ]);
  });
});

describe('sameWeekIn', () => {
  const china = sameWeekIn('CN', FIRST);
  // Lunar New Year: 10 February 2024, 29 January 2025, 17 February 2026.
  it('follows a feast that moves', () => {
    expect(china(weekOf(2026, 2, 17), 1)).toBe(weekOf(2025, 1, 29));
    expect(china(weekOf(2026, 2, 10), 1)).toBe(weekOf(2025, 1, 22));
    expect(china(weekOf(2026, 2, 17), 2)).toBe(weekOf(2024, 2, 10));
  });

  it('does not take a feast week of another year for a usual one', () => {
    // Four weeks before the feast of 2026 lies the feast of 2025.
    const feast = weekOf(2025, 1, 29);
    const like = china(weekOf(2026, 1, 20), 1);
    expect(like < feast - 3 || like > feast + 1).toBe(true);
    expect(Math.abs(like - (weekOf(2026, 1, 20) - 52))).toBeLessThanOrEqual(4);
  });

  it('is the same time of the year far from feasts that move', () => {
    expect(china(weekOf(2026, 11, 11), 1)).toBe(weekOf(2026, 11, 11) - 52);
    expect(sameWeekIn('GB', FIRST)(weekOf(2026, 12, 20), 2)).toBe(weekOf(2026, 12, 20) - 104);
  });

  it('follows Easter and what hangs on it', () => {
    // Easter: 5 April 2026, 20 April 2025.
    expect(sameWeekIn('GB', FIRST)(weekOf(2026, 3, 31), 1)).toBe(weekOf(2025, 4, 15));
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayFromCalendar, isoDate, mondayOnOrAfter, type Day } from '#core/base/dates.ts';
import { momentsOf, readPeriods } from '#core/import/market/read-periods.ts';

const read = (...cells: string[]): string[] =>
  [...readPeriods(cells, null).days].map((day) => (Number.isNaN(day) ? '-' : isoDate(day)));
const anyDay = fc.integer({ min: dayFromCalendar(2001, 1, 1), max: dayFromCalendar(2068, 12, 31) });
const parts = (day: Day): [string, string, string] =>
  isoDate(day).split('-') as [string, string, string];

describe('readPeriods', () => {
  it('reads days in every form', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const [year, month, date] = parts(day);
        const cells = [isoDate(day), `${date}.${month}.${year}`, `${year}年${month}月${date}日`];
        expect(read(...cells)).toEqual(cells.map(() => isoDate(day)));
        expect(read(`${isoDate(day)} - 2069-01-01`, `${isoDate(day)}~2069-01-01`)).toEqual([
          ...[isoDate(day), isoDate(day)],
        ]);
      }),
    );
  });

  it('reads months as their first day', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const [year, month] = parts(day);
        const cells = [
          `${year}-${month}`,
          `${year}/${month}`,
          `${month}/${year}`,
          `${year}${month}`,
        ];
        cells.push(`${year}年${Number(month)}月`);
        expect(read(...cells)).toEqual(cells.map(() => `${year}-${month}-01`));
      }),
    );
    expect(read('Jan 2024', 'March, 2024', '2024 Dec', 'mars 2024', 'Feb-24')).toEqual([
      ...['2024-01-01', '2024-03-01', '2024-12-01', '2024-03-01', '2024-02-01'],
    ]);
    expect(read('2024', '2024 1', '2024-13', 'Smarch 2024', 'week', '', '12')).toEqual(
      Array.from({ length: 7 }, () => '-'),
    );
  });

  it('reads ISO weeks as their Monday', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const monday = mondayOnOrAfter(day - 6);
        const thursday = monday + 3;
        const [year] = parts(thursday);
        const week = 1 + Math.floor((thursday - dayFromCalendar(Number(year), 1, 1)) / 7);
        const cells = [
          `${year}-W${String(week).padStart(2, '0')}`,
          `${year}年第${week}周`,
          `KW ${week}/${year}`,
        ];
        expect(read(...cells)).toEqual(cells.map(() => isoDate(monday)));
      }),
    );
  });

  it('tells day and month apart over the whole column', () => {
    expect(read('9/6/2026', '9/13/2026')).toEqual(['2026-09-06', '2026-09-13']);
    expect(read('6/9/2026', '13/9/2026')).toEqual(['2026-09-06', '2026-09-13']);
    expect([...readPeriods(['5/7/2026'], 'month-first').days].map(isoDate)).toEqual(['2026-05-07']);
  });

  it('keeps the clock that the file writes', () => {
    const cells = ['2024-10-21T08:28:00+07:00', '2024-10-21T03', '2024-10-21', '2024-10'];
    const moments = momentsOf(readPeriods(cells, null)).map((moment) => 1440 * (moment % 1));
    expect([...moments].map(Math.round)).toEqual([508, 180, 0, 0]);
  });
});

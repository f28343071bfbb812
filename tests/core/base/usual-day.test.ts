import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkedDay, dayFromCalendar, isoDate } from '#core/base/dates.ts';
import { isUsualDay, meantDay } from '#core/base/usual-day.ts';

const day = (text: string) => {
  const [year, month, dayOfMonth] = text.split('-').map(Number) as [number, number, number];
  return checkedDay(year, month, dayOfMonth);
};

it('takes a year of one or two digits as it is written, and for no other', () => {
  expect(isoDate(dayFromCalendar(2, 1, 12))).toBe('0002-01-12');
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9999 }), (year) => {
      expect(isoDate(checkedDay(year, 3, 9))).toBe(`${String(year).padStart(4, '0')}-03-09`);
    }),
  );
});

it.each([
  ['0026-01-12', false, '2026-01-12'],
  ['0202-12-01', false, '2002-12-01'],
  ['1926-02-28', false, '2026-02-28'],
  ['1924-02-29', false, '2024-02-29'],
  ['1999-12-31', false, '2099-12-31'],
  ['2000-01-01', true, null],
  ['2100-12-31', true, null],
  ['2101-01-01', false, null],
])('of %s it is said whether it is usual, and which day is meant', (text, isUsual, meant) => {
  expect(isUsualDay(day(text))).toBe(isUsual);
  expect(meantDay(day(text))).toBe(meant === null ? null : day(meant));
});

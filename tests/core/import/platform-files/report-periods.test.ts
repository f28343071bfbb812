import { expect, it } from 'vitest';
import { codedColumn } from '#core/import/csv/coded-column.ts';
import { dayFromCalendar } from '#core/base/dates.ts';
import { periodsOf } from '#core/import/platform-files/report-periods.ts';

const NONE = codedColumn(['', '', '']);

it('takes a row that names its first day only to be about that day', () => {
  const from = codedColumn(['2024-03-01', '2024-03-08 23:59:59', '']);
  const until = codedColumn(['2024-03-07', '', '']);
  const [first, second, last] = [1, 8, 7].map((day) => dayFromCalendar(2024, 3, day));
  const periods = periodsOf(from, until, null);
  expect([...periods.from]).toEqual([first, second, NaN]);
  expect([...periods.until]).toEqual([last, second, NaN]);
  expect([...periodsOf(NONE, NONE, null).until]).toEqual([NaN, NaN, NaN]);
});

it('reads days in the order that the platform writes', () => {
  const from = codedColumn(['03/04/2024']);
  const { from: monthFirst } = periodsOf(from, codedColumn(['']), 'month-first');
  expect([...monthFirst]).toEqual([dayFromCalendar(2024, 3, 4)]);
  expect([...periodsOf(from, codedColumn(['']), 'day-first').from]).toEqual([
    dayFromCalendar(2024, 4, 3),
  ]);
});

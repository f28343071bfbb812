import { afterEach, describe, expect, it } from 'vitest';
import { dayFromCalendar } from '#core/base/dates.ts';
import {
  formatDay,
  formatDayOfYear,
  formatDayRange,
  formatDuration,
  formatShortDay,
  formatWeekday,
  horizonWords,
} from '#components/words/dates.ts';
import { showFor } from '#components/words/shown-for.ts';
import { inChinese } from '../../support/in-chinese.ts';

it('says the usual horizon in weeks, and others in days', () => {
  expect([undefined, 28, 56, 1_000].map((days) => horizonWords(days))).toEqual([
    ...['first four weeks', 'first four weeks', 'first 56 days', 'first 1,000 days'],
  ]);
});

describe('days and durations', () => {
  const day = dayFromCalendar(2027, 3, 8);

  it('do not depend on the time zone', () => {
    expect(formatDay(day)).toBe('8 March 2027');
    expect(formatWeekday(day)).toBe('Monday 8 March');
    expect(formatShortDay(day)).toBe('8\u00A0Mar');
  });

  describe('of another year than the present one', () => {
    afterEach(() => showFor({}));
    const from = dayFromCalendar(2027, 5, 26);
    const to = dayFromCalendar(2027, 6, 4);
    const read = (text: string) => text.replaceAll('\u00A0', ' ').replaceAll('\u2060', '');

    it('carry it, and those of the present year do not', () => {
      showFor({ year: () => 2026 });
      expect(read(formatShortDay(day))).toBe('8 Mar 2027');
      expect(formatWeekday(day)).toBe('Monday 8 March 2027');
      expect(read(formatDayOfYear(day))).toBe('8 Mar');
      showFor({ year: () => 2027 });
      expect(read(formatShortDay(day))).toBe('8 Mar');
      expect(formatWeekday(day)).toBe('Monday 8 March');
    });

    it('name it once in a range', () => {
      showFor({ year: () => 2026 });
      expect(read(formatDayRange(from, to))).toBe('26 May–4 Jun 2027');
      expect(read(formatDayRange(dayFromCalendar(2026, 12, 28), day))).toBe('28 Dec–8 Mar 2027');
      expect(read(formatDayRange(day, day))).toBe('8 Mar 2027');
      expect(formatDayRange(NaN, day)).toBe('–');
      expect(read(inChinese(() => formatDayRange(from, to)))).toBe('2027年5月26日–6月4日');
      expect(inChinese(() => formatWeekday(day))).toBe('2027年3月8日（周一）');
      showFor({ year: () => 2027 });
      expect(read(formatDayRange(from, to))).toBe('26 May–4 Jun');
    });
  });

  it('count down without flicker', () => {
    expect(formatDuration(70)).toBe('1 min 10 s');
    expect(formatDuration(71.9)).toBe('1 min 10 s');
    expect(formatDuration(7.4)).toBe('7 s');
    expect(formatDuration(0)).toBe('1 s');
    expect(formatDuration(120)).toBe('2 min');
  });

  it.each([
    { says: 'a day', show: () => formatDay(day), expected: '2027年3月8日' },
    { says: 'a short day', show: () => formatShortDay(day), expected: '3月8日' },
    { says: 'a weekday', show: () => formatWeekday(day), expected: '3月8日（周一）' },
    { says: 'a duration', show: () => formatDuration(70), expected: '1 分钟 10 秒' },
    { says: 'the usual horizon', show: () => horizonWords(), expected: '前四周' },
    { says: 'another horizon', show: () => horizonWords(56), expected: '前 56 天' },
  ])('write $says in Chinese', ({ show, expected }) => expect(inChinese(show)).toBe(expected));
});

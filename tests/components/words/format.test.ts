import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { dayFromCalendar } from '#core/base/dates.ts';
import {
  countedLaunches,
  countedUnits,
  formatCount,
  formatDay,
  formatDayOfYear,
  formatDayRange,
  formatDifference,
  formatDuration,
  formatFactor,
  formatFigures,
  formatFileSize,
  formatMoney,
  formatFinePercent,
  formatHundredths,
  formatPercent,
  formatPrice,
  formatRange,
  formatRough,
  formatShortDay,
  formatUnits,
  formatWeekday,
  horizonWords,
  listed,
  withoutUnit,
} from '#components/words/format.ts';
import { showFor } from '#components/words/shown-for.ts';
import { overwriteGetLocale } from '#messages/runtime';
import { inChinese } from '../../support/in-chinese.ts';

it('says the usual horizon in weeks, and others in days', () => {
  expect([undefined, 28, 56, 1_000].map((days) => horizonWords(days))).toEqual([
    ...['first four weeks', 'first four weeks', 'first 56 days', 'first 1,000 days'],
  ]);
});

it('says how many units as far as that can be known', () => {
  expect([1, 287, 12_345, NaN].map((count) => countedUnits(count))).toEqual([
    ...['1 unit', '290 units', '12,000 units', '–'],
  ]);
  expect(inChinese(() => countedUnits(287))).toBe('290 件');
});

describe('numbers', () => {
  const cases: { says: string; shown: string; expected: string }[] = [
    { says: 'units to two figures', shown: formatUnits(119.7), expected: '120' },
    { says: 'many units to two figures', shown: formatUnits(12_345), expected: '12,000' },
    { says: 'few units whole', shown: formatUnits(7.3), expected: '7' },
    { says: 'money to three figures', shown: formatMoney(2254.3), expected: '2,250' },
    { says: 'small money to two', shown: formatMoney(3.654), expected: '3.7' },
    { says: 'a loss with a true minus', shown: formatMoney(-120), expected: '−120' },
    { says: 'no minus before a zero', shown: formatUnits(-0.2), expected: '0' },
    { says: 'a price as on a label', shown: formatPrice(42), expected: '42.00' },
    { says: 'a share', shown: formatPercent(0.574), expected: '57%' },
    { says: 'a share to compare', shown: formatFinePercent(0.8749), expected: '87.5%' },
    { says: 'a count', shown: formatCount(2000), expected: '2,000' },
    { says: 'a rough number', shown: formatRough(0.000_716), expected: '0.00072' },
    { says: 'a multiple', shown: formatFactor(1.2), expected: '×\u00A01.20' },
    { says: 'a size', shown: formatFileSize(64_300), expected: '64.3 kB' },
  ];
  it.each(cases)('show $says', ({ shown, expected }) => expect(shown).toBe(expected));

  it('show a missing value as a dash, whatever the format', () => {
    for (const format of [
      formatCount,
      formatUnits,
      formatMoney,
      formatPrice,
      formatPercent,
      formatFinePercent,
    ]) {
      for (const value of [NaN, Infinity, null, undefined]) expect(format(value)).toBe('–');
    }
    expect(formatFactor(NaN)).toBe('–');
  });

  it('never show NaN or a hyphen for a minus', () => {
    fc.assert(
      fc.property(fc.double(), (value) => {
        for (const format of [
          formatUnits,
          formatMoney,
          formatPrice,
          formatPercent,
          formatFinePercent,
        ]) {
          expect(format(value)).not.toMatch(/NaN|Infinity|-/);
        }
      }),
    );
  });
});

it('is written with every figure it has where it was chosen so', () => {
  const written = [1e-5, 0.003, 0.1 + 0.2, 1_000_000, null].map(formatFigures);
  expect(written).toEqual(['0.00001', '0.003', '0.3', '1,000,000', '–']);
});

describe('amounts of a shop that counts in', () => {
  afterEach(() => showFor({}));

  it.each([
    { currency: 'GBP', price: '£42.00', money: '£2,250', loss: '−£120', range: '£80–190' },
    { currency: 'EUR', price: '€42.00', money: '€2,250', loss: '−€120', range: '€80–190' },
    { currency: 'JPY', price: '¥42', money: '¥2,250', loss: '−¥120', range: '¥80–190' },
    { currency: '$', price: '$42.00', money: '$2,250', loss: '−$120', range: '$80–190' },
    { currency: 'kr', price: '42.00 kr', money: '2,250 kr', loss: '−120 kr', range: '80–190 kr' },
    { currency: null, price: '42.00', money: '2,250', loss: '−120', range: '80–190' },
  ])('$currency are written so', ({ currency, price, money, loss, range }) => {
    showFor({ currency: () => currency });
    const read = (text: string) => text.replaceAll('\u00A0', ' ').replaceAll('\u2060', '');
    expect(read(formatPrice(42))).toBe(price);
    expect(read(formatMoney(2254.3))).toBe(money);
    expect(read(formatMoney(-120))).toBe(loss);
    expect(read(formatRange(80, 190, formatMoney))).toBe(range);
    expect(read(formatRange(-120, 190, formatMoney))).toContain(' to ');
    expect(formatMoney(NaN)).toBe('–');
    expect([withoutUnit(formatMoney)(2254.3), formatUnits(12)]).toEqual(['2,250', '12']);
  });

  it('are not mistaken for other figures', () => {
    showFor({ currency: () => 'GBP' });
    expect([formatHundredths(4.3), formatCount(42), formatPercent(0.5)]).toEqual([
      ...['4.30', '42', '50%'],
    ]);
    expect(formatDifference(910, formatMoney)).toBe('£910 more');
    expect(formatDifference(0.01, formatPrice)).toBe('£0.01 more');
    expect(inChinese(() => formatMoney(120))).toBe('£120');
  });
});

describe('ranges and differences', () => {
  it('join the dash so that a range never breaks', () => {
    expect(formatRange(80, 190, formatUnits)).toBe('80\u2060–\u2060190');
  });

  it('write out “to” beside a minus', () => {
    expect(formatRange(-120, 340, formatMoney)).toBe('−120 to 340');
  });

  it('give one number where both ends look the same', () => {
    expect(formatRange(42.1, 42.2, formatMoney)).toBe('42');
  });

  it('say a difference in words', () => {
    expect(formatDifference(910, formatMoney)).toBe('910 more');
    expect(formatDifference(-120, formatMoney)).toBe('120 less');
    expect(formatDifference(0.2, formatUnits)).toBe('about the same');
    expect(formatDifference(NaN, formatUnits)).toBe('–');
  });
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
});

describe('words', () => {
  it('agree with their number', () => {
    expect(countedLaunches(1)).toBe('1 launch');
    expect(countedLaunches(2000)).toBe('2,000 launches');
    expect(listed(['a', 'b', 'c'])).toBe('a, b and c');
  });
});

describe('in Chinese', () => {
  const day = dayFromCalendar(2027, 3, 8);

  beforeAll(() => overwriteGetLocale(() => 'zh'));
  afterAll(() => overwriteGetLocale(() => 'en'));

  const cases: { says: string; show: () => string; expected: string }[] = [
    { says: 'a day', show: () => formatDay(day), expected: '2027年3月8日' },
    { says: 'a short day', show: () => formatShortDay(day), expected: '3月8日' },
    { says: 'a weekday', show: () => formatWeekday(day), expected: '3月8日（周一）' },
    { says: 'a duration', show: () => formatDuration(70), expected: '1 分钟 10 秒' },
    { says: 'a count', show: () => countedLaunches(2000), expected: '2,000 次上新' },
    { says: 'a difference', show: () => formatDifference(-120, formatMoney), expected: '少 120' },
    { says: 'the usual horizon', show: () => horizonWords(), expected: '前四周' },
    { says: 'another horizon', show: () => horizonWords(56), expected: '前 56 天' },
    { says: 'a range', show: () => formatRange(-5, 340, formatMoney), expected: '−5 至 340' },
    { says: 'a list', show: () => listed(['甲', '乙', '丙']), expected: '甲、乙和丙' },
    { says: 'Latin names', show: () => listed(['a', '乙', 'Jar 2']), expected: 'a、乙和 Jar 2' },
    { says: 'numbers', show: () => listed(['12', '14']), expected: '12 和 14' },
  ];
  it.each(cases)('writes $says', ({ show, expected }) => expect(show()).toBe(expected));
});

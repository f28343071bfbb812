import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessDateOrder, readDate, type DateOrder } from '#core/import/values/read-date.ts';
import { dayFromCalendar, isoDate } from '#core/base/dates.ts';

interface Case {
  says: string;
  input: string;
  gives: string | null;
  order?: DateOrder;
}

const cases: Case[] = [
  { says: 'ISO', input: '2024-03-08', gives: '2024-03-08' },
  { says: 'ISO with a time', input: '2024-03-08T23:59:00Z', gives: '2024-03-08' },
  { says: 'a time behind a space', input: '2024-03-08 10:11', gives: '2024-03-08' },
  { says: 'slashes, year first', input: '2024/3/8', gives: '2024-03-08' },
  { says: 'slashes, day first', input: '08/03/2024', gives: '2024-03-08' },
  { says: 'slashes, month first', input: '3/8/2024', gives: '2024-03-08', order: 'month-first' },
  { says: 'two digits of the year', input: '3/8/24', gives: '2024-03-08', order: 'month-first' },
  {
    says: 'points, always day first',
    input: '08.03.2024',
    gives: '2024-03-08',
    order: 'month-first',
  },
  { says: 'an English month', input: '8 Mar 2024', gives: '2024-03-08' },
  { says: 'an American date', input: 'March 8, 2024', gives: '2024-03-08' },
  { says: 'an ordinal and a time', input: 'Mar 8th, 2024 1:05:07 AM PDT', gives: '2024-03-08' },
  { says: 'a weekday', input: 'Friday, March 8, 2024', gives: '2024-03-08' },
  { says: 'hyphens and a month', input: '08-Mar-24', gives: '2024-03-08' },
  { says: 'a German month', input: '8. März 2024', gives: '2024-03-08' },
  { says: 'an Austrian month', input: '8. Jänner 2024', gives: '2024-01-08' },
  { says: 'a Spanish month', input: '8 de marzo de 2024', gives: '2024-03-08' },
  { says: 'a French month', input: '1er août 2024', gives: '2024-08-01' },
  { says: 'Chinese', input: '2024年3月8日', gives: '2024-03-08' },
  { says: 'a Portuguese month', input: '8 de março de 2024', gives: '2024-03-08' },
  { says: 'a short Portuguese month', input: '08/fev/2024', gives: '2024-02-08' },
  { says: 'a Portuguese May', input: '8 maio 2024', gives: '2024-05-08' },
  { says: 'a Portuguese September', input: '8-set-24', gives: '2024-09-08' },
  { says: 'a Portuguese October', input: '8 out. 2024', gives: '2024-10-08' },
  { says: 'a Portuguese December', input: '1º dez 2024', gives: '2024-12-01' },
  { says: 'a Portuguese weekday', input: 'sexta-feira, 8 de março de 2024', gives: '2024-03-08' },
  { says: 'a Spanish weekday', input: 'viernes, 8 de marzo de 2024', gives: '2024-03-08' },
  { says: 'a French weekday', input: 'vendredi 8 mars 2024', gives: '2024-03-08' },
  { says: 'an Italian month', input: '8 maggio 2024', gives: '2024-05-08' },
  { says: 'ISO with a zone', input: '2024-03-08T23:59:00.000+08:00', gives: '2024-03-08' },
  { says: 'ISO with a zone and no time', input: '2024-03-08+01:00', gives: '2024-03-08' },
  { says: 'ISO without marks', input: '20240308T235900Z', gives: '2024-03-08' },
  { says: 'a zone by name', input: '2024-03-08 10:11:12 UTC', gives: '2024-03-08' },
  { says: 'seconds since 1970', input: '1709856000', gives: '2024-03-08' },
  { says: 'milliseconds since 1970', input: '1709942399999', gives: '2024-03-08' },
  { says: 'no seconds beyond 2099', input: '4102444800', gives: null },
  { says: 'no eleven digits', input: '17098560000', gives: null },
  { says: 'no ten digits from 1970', input: '0000086400', gives: null },
  { says: 'Chinese as it is spoken', input: '2024年3月8号', gives: '2024-03-08' },
  { says: 'Chinese with spaces', input: '2024 年 3 月 8 日', gives: '2024-03-08' },
  { says: 'Chinese in full-width digits', input: '２０２４年３月８日', gives: '2024-03-08' },
  { says: 'two digits of a Chinese year', input: '24年3月8日', gives: '2024-03-08' },
  { says: 'a Chinese weekday', input: '2024年3月8日 星期五', gives: '2024-03-08' },
  { says: 'a Chinese Sunday', input: '2024年3月10日（周日）', gives: '2024-03-10' },
  { says: 'a Japanese weekday', input: '2024年3月8日(金)', gives: '2024-03-08' },
  { says: 'a Chinese time', input: '2024年3月8日 上午10:30', gives: '2024-03-08' },
  { says: 'a Chinese time in words', input: '2024年3月8日10时30分', gives: '2024-03-08' },
  { says: 'full-width digits', input: '２０２４/０３/０８', gives: '2024-03-08' },
  { says: 'eight digits', input: '20240308', gives: '2024-03-08' },
  { says: "a spreadsheet's day", input: '45359', gives: '2024-03-08' },
  { says: "a spreadsheet's day with a time", input: '45359.75', gives: '2024-03-08' },
  { says: 'no thirtieth of February', input: '2024-02-30', gives: null },
  { says: 'no thirteenth month', input: '13/13/2024', gives: null },
  { says: 'no other five digits', input: '12345', gives: null },
  { says: 'no year alone', input: '2024', gives: null },
  { says: 'no quarter', input: 'Q1 2024', gives: null },
  { says: 'no sentence with a date', input: 'sold out 8 March 2024', gives: null },
  { says: 'no far future', input: '2924-03-08', gives: null },
  { says: 'nothing in nothing', input: '', gives: null },
];

describe('readDate', () => {
  it.each(cases)('reads $says', ({ input, gives, order = 'day-first' }) => {
    const day = readDate(input, order);
    expect(Number.isNaN(day) ? null : isoDate(day)).toBe(gives);
  });

  it('reads back every day as it is written in several countries', () => {
    const days = fc.integer({
      min: dayFromCalendar(1970, 1, 1),
      max: dayFromCalendar(2068, 12, 31),
    });
    const styles: Intl.DateTimeFormat[] = [
      ...['en-US', 'en-GB', 'de-DE', 'es-ES', 'fr-FR', 'pt-BR', 'pt-PT', 'it-IT', 'zh-CN', 'ja-JP'],
    ].map((locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }));
    fc.assert(
      fc.property(days, fc.constantFrom(...styles), (day, style) => {
        expect(readDate(style.format(new Date(`${isoDate(day)}T00:00Z`)), 'day-first')).toBe(day);
        expect(readDate(isoDate(day), 'month-first')).toBe(day);
      }),
    );
  });

  it('gives a whole day or NaN, whatever the cell holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (cell) => {
        const day = readDate(cell, 'day-first');
        expect(Number.isNaN(day) || Number.isInteger(day)).toBe(true);
      }),
    );
  });
});

describe('the order of day and month in a column', () => {
  it.each([
    { says: 'a day above twelve', cells: ['03/04/2024', '31/12/2024'], gives: 'day-first' },
    { says: 'a day in second place', cells: ['03/04/2024', '12/31/2024'], gives: 'month-first' },
    {
      says: 'rows that are in order of date',
      cells: ['1/5/2024', '2/3/2024', '3/1/2024', '4/9/2024', '5/2/2024'],
      gives: 'month-first',
    },
    { says: 'ISO dates, which leave it open', cells: ['2024-03-04'], gives: 'day-first' },
    { says: 'equal numbers, which leave it open', cells: ['05/05/2024'], gives: 'day-first' },
  ])('follows $says', ({ cells, gives }) => {
    expect(guessDateOrder(cells)).toEqual({ order: gives, undecided: null });
  });

  it('is day first, and says so, where nothing decides', () => {
    const cells = ['2024-01-31', '03/04/2024', '02/05/2024'];
    expect(guessDateOrder(cells)).toEqual({ order: 'day-first', undecided: '03/04/2024' });
  });
});

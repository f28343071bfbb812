import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessDateOrder, readDate, type DateOrder } from '#core/csv/read-date.ts';
import { dayFromCalendar, isoDate } from '#core/dates.ts';

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
    const styles: Intl.DateTimeFormat[] = ['en-US', 'en-GB', 'de-DE', 'es-ES', 'fr-FR'].map(
      (locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }),
    );
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

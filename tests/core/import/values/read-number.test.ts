import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countDecimalVotes,
  decideDecimalSign,
  readNumber,
  type DecimalSign,
} from '#core/import/values/read-number.ts';

interface Case {
  says: string;
  input: string;
  gives: ReturnType<typeof readNumber>;
  decimal?: DecimalSign;
}

const cases: Case[] = [
  { says: 'a plain integer', input: '42', gives: 42 },
  { says: 'leading zeros', input: '00123', gives: 123 },
  { says: 'English groups', input: '1,234.50', gives: 1234.5 },
  { says: 'German groups', input: '1.234,50', gives: 1234.5, decimal: ',' },
  { says: 'French groups', input: '1 234,5', gives: 1234.5, decimal: ',' },
  { says: 'French narrow no-break groups', input: '1\u202F234,5', gives: 1234.5, decimal: ',' },
  { says: 'Swiss groups', input: "1'234.50", gives: 1234.5 },
  { says: 'Indian groups', input: '1,23,456.7', gives: 123456.7 },
  { says: 'a fraction without a zero', input: '.5', gives: 0.5 },
  { says: 'an exponent', input: '1.2E+05', gives: 120_000 },
  { says: 'a dollar sign', input: '$1,234.50', gives: 1234.5 },
  { says: 'a euro sign behind', input: '1.234,50 €', gives: 1234.5, decimal: ',' },
  { says: 'a currency code before', input: 'USD 12.5', gives: 12.5 },
  { says: 'a currency code behind', input: '12.50 EUR', gives: 12.5 },
  { says: 'a dollar of a country', input: 'MX$2,000.00', gives: 2000 },
  { says: 'kroner', input: '12 kr', gives: 12 },
  { says: 'full-width yen', input: '￥１，２３４', gives: 1234 },
  { says: 'Chinese money', input: '12元', gives: 12 },
  { says: 'a price without cents', input: '€12,-', gives: 12, decimal: ',' },
  { says: 'percent', input: '15 %', gives: 0.15 },
  { says: 'German percent', input: '12,5 %', gives: 0.125, decimal: ',' },
  { says: "an accountant's negative", input: '($12.50)', gives: -12.5 },
  { says: 'a minus before the currency', input: '-$12.50', gives: -12.5 },
  { says: 'a minus behind the currency', input: '$-12.50', gives: -12.5 },
  { says: 'a minus at the end', input: '12-', gives: -12 },
  { says: 'a typographic minus', input: '−5', gives: -5 },
  { says: 'an id kept as a formula', input: '="0012"', gives: 12 },
  { says: 'nothing', input: '  ', gives: 'missing' },
  { says: 'n/a', input: 'N/A', gives: 'missing' },
  { says: 'a dash', input: '–', gives: 'missing' },
  { says: 'Chinese for none', input: '无', gives: 'missing' },
  { says: 'NaN', input: 'NaN', gives: 'not-finite' },
  { says: 'infinity', input: '-Infinity', gives: 'not-finite' },
  { says: 'a number too large', input: '1e999', gives: 'not-finite' },
  { says: 'a weight', input: '12 kg', gives: 'unreadable' },
  { says: 'words', input: 'not stocked', gives: 'unreadable' },
  { says: 'a date', input: '2024-01-01', gives: 'unreadable' },
  { says: 'a German fraction in an English column', input: '12,5', gives: 'unreadable' },
  { says: 'a percent sign alone', input: '%', gives: 'unreadable' },
  { says: 'two numbers', input: '1 2', gives: 'unreadable' },
];

describe('readNumber', () => {
  it.each(cases)('reads $says', ({ input, gives, decimal = '.' }) => {
    expect(readNumber(input, decimal)).toBe(gives);
  });

  it.each([
    { locale: 'en-US', decimal: '.' },
    { locale: 'en-IN', decimal: '.' },
    { locale: 'de-DE', decimal: ',' },
    { locale: 'de-CH', decimal: '.' },
    { locale: 'fr-FR', decimal: ',' },
    { locale: 'es-ES', decimal: ',' },
  ] as const)('reads back what $locale writes', ({ locale, decimal }) => {
    const format = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), (cents) => {
        expect(readNumber(format.format(cents / 100), decimal)).toBe(cents / 100 || 0);
      }),
    );
  });

  it('gives a finite number or a reason, whatever the cell holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom('.', ','), (cell, decimal) => {
        const read = readNumber(cell, decimal);
        expect(typeof read === 'string' || Number.isFinite(read)).toBe(true);
      }),
    );
  });
});

describe('the decimal sign of a column', () => {
  it.each([
    { says: 'a point with two digits', cells: ['12.50'], gives: '.' },
    { says: 'a comma with two digits', cells: ['12,50'], gives: ',' },
    { says: 'groups and a fraction', cells: ['1.234,50', '99'], gives: ',' },
    { says: 'several groups', cells: ['1.234.567'], gives: ',' },
    { says: 'the majority', cells: ['1,5', '2,5', '3.5'], gives: ',' },
    { says: 'nothing, so the point', cells: ['1,234', '17'], gives: '.' },
    { says: 'nothing, as texts do not vote', cells: ['a,b', 'x, y'], gives: '.' },
  ])('follows $says', ({ cells, gives }) => {
    expect(decideDecimalSign(countDecimalVotes(cells))).toBe(gives);
  });

  it('follows the rest of the file where the column is silent', () => {
    expect(decideDecimalSign(countDecimalVotes(['1.234']), ',')).toBe(',');
  });
});

import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { MOST_RECORD, QuoteMender } from '#core/import/csv/quote-mender.ts';

const ALL = { most: Infinity, isLast: true };

describe('QuoteMender', () => {
  it.each([
    { says: 'letters behind a closing quote', text: '"a"b,c\n', gives: '"ab",c\n' },
    { says: 'quotes behind a closing quote', text: '"a"b"c""d,e\n', gives: '"ab""c""""d",e\n' },
    { says: 'a quote that is never closed', text: 'a,"b\nc,d\n', gives: 'a,"""b"\nc,d\n' },
    { says: 'all quotes of such a record', text: '"a","b\nc\n', gives: '"""a""","""b"\nc\n' },
  ])('mends $says', ({ text, gives }) => {
    expect(new QuoteMender(',').mend(text, ALL)).toEqual({ text: gives, end: text.length });
  });

  it('leaves what is well-formed as it is', () => {
    const text = '5" pipe,"a,""b""\n" ,\n"",\n\nc\n';
    expect(new QuoteMender(',').mend(text, ALL)).toEqual({ text, end: text.length });
  });

  it('leaves a record for later that may go on, and those behind the most that are wanted', () => {
    const text = '"a"b\nc\n"d\n';
    const mender = new QuoteMender(',');
    expect(mender.mend(text, { most: 99, isLast: false })).toEqual({ text: '"ab"\nc\n', end: 7 });
    expect(mender.mend(text, { most: 4, isLast: true })).toEqual({ text: '"ab"\n', end: 5 });
    expect(mender.unclosedCount).toBe(0);
  });

  it('takes a quote for a letter that is still open after the longest record', () => {
    const mender = new QuoteMender(',');
    const { text, end } = mender.mend(`"a\n${'b\n'.repeat(MOST_RECORD / 2)}`, {
      ...{ most: 3, isLast: false },
    });
    expect([text, end, mender.unclosedCount]).toEqual(['"""a"\n', 3, 1]);
  });

  it('writes nothing that PapaParse finds malformed', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '"', ';', '\n', ' '), maxLength: 60 });
    fc.assert(
      fc.property(text, (given) => {
        const mended = new QuoteMender(';').mend(`${given}\n`, ALL);
        expect(mended.end).toBe(given.length + 1);
        const { errors } = Papa.parse(mended.text, { delimiter: ';', newline: '\n' });
        expect(errors).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });
});

import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { writeCell } from '#core/csv/write-cell.ts';

describe('writeCell', () => {
  it.each(['\t', ','] as const)('is read back as it was by a reader of %j', (delimiter) => {
    const special = fc.constantFrom('"', '\t', ',', '\n', '\r\n', 'a', ' ', '杯');
    const text = fc.array(special, { maxLength: 6 }).map((parts) => parts.join(''));
    const plain = text.filter((value) => !/^[\t\r\n]/.test(value));
    fc.assert(
      fc.property(fc.array(plain, { minLength: 2, maxLength: 5 }), (cells) => {
        const line = cells.map((cell) => writeCell(cell, delimiter)).join(delimiter);
        const { data } = Papa.parse<string[]>(line, { delimiter, newline: '\r\n' });
        expect(data[0]).toEqual(cells);
      }),
    );
  });

  it('leaves numbers and missing values bare', () => {
    expect(writeCell(-1.5, '\t')).toBe('-1.5');
    expect(writeCell(null, '\t')).toBe('');
  });

  it.each(
    ['=1+1', '+1', '-1', '@sum', '\tx', '\rx', '\nx', '＝1+1', '＋1', '－1', '＠sum'].concat([
      ' =1',
      '\u00A0-1',
      '\u3000@sum',
      ' \t+1',
      '\uFEFF=1',
    ]),
  )('makes %j inert', (text) => {
    expect(writeCell(text, ',')).toMatch(/^"?'/);
  });

  it('begins no cell with a formula for a spreadsheet that splits elsewhere, whatever the quotes', () => {
    const part = fc.constantFrom(
      ...[';', '\t', '\n', '\r', ' ', '"', ',', '=', '+', '-', '@', 'a'],
    );
    const text = fc.array(part, { maxLength: 12 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.constantFrom(',' as const, '\t' as const), (cell, delimiter) => {
        for (const piece of writeCell(cell, delimiter).split(/[;\t\r\n]/))
          expect(piece).not.toMatch(/^"?\s*[=+\-@]/);
      }),
      { numRuns: 2_000 },
    );
  });

  it('marks a formula behind a semicolon, which ends a cell where commas are decimal', () => {
    expect(writeCell('Mug;=cmd|calc', ',')).toBe("Mug;'=cmd|calc");
    expect(writeCell('Mug; -10 %', ',')).toBe("Mug; '-10 %");
    expect(writeCell('Mug";=1', ',')).toBe(`"Mug"";'=1"`);
    expect(writeCell('Red; blue', ',')).toBe('Red; blue');
  });

  it.each(['1 - 2', 'a=b', "'=1", ' 1', '10% off', '~', '杯 = cup'])(
    'leaves %j as it is',
    (text) => {
      expect(writeCell(text, ',')).toBe(text);
    },
  );
});

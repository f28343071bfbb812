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
    expect(writeCell(text, ',')).toContain(`'${text}`);
  });

  it.each(['1 - 2', 'a=b', "'=1", ' 1', '10% off', '~', '杯 = cup'])(
    'leaves %j as it is',
    (text) => {
      expect(writeCell(text, ',')).toBe(text);
    },
  );
});

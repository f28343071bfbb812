import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { inertCell } from '#core/base/text/inert-cell.ts';
import { CLIPBOARD, FILE, writeTable } from '#core/base/text/write-table.ts';

/** One cell, as it stands in a line. */
const written = (cell: string | number | null, form: typeof FILE | typeof CLIPBOARD = FILE) =>
  writeTable([[cell]], form).slice(0, -form.lineEnd.length);

describe('a table as text', () => {
  it.each([FILE, CLIPBOARD])('is read back as it was by a reader of $delimiter', (form) => {
    const special = fc.constantFrom('"', '\t', ',', '\n', '\r\n', 'a', ' ', '杯');
    const text = fc.array(special, { maxLength: 6 }).map((parts) => parts.join(''));
    const plain = text.filter((value) => !/^[\t\r\n]/.test(value));
    fc.assert(
      fc.property(fc.array(plain, { minLength: 2, maxLength: 5 }), (cells) => {
        const { data } = Papa.parse<string[]>(writeTable([cells, cells], form), {
          delimiter: form.delimiter,
          newline: form.lineEnd,
        });
        expect(data).toEqual([cells, cells, ['']]);
      }),
    );
  });

  it('leaves numbers and missing values bare', () => {
    expect(written(-1.5)).toBe('-1.5');
    expect(written(null)).toBe('');
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
    expect(written(text)).toMatch(/^"?'/);
  });

  it('begins no cell with a formula for a spreadsheet that splits elsewhere, whatever the quotes', () => {
    const part = fc.constantFrom(
      ...[';', '\t', '\n', '\r', ' ', '"', ',', '=', '+', '-', '@', 'a'],
    );
    const text = fc.array(part, { maxLength: 12 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.constantFrom(FILE, CLIPBOARD), (cell, form) => {
        for (const piece of written(cell, form).split(/[;\t\r\n]/))
          expect(piece).not.toMatch(/^"?\s*[=+\-@]/);
      }),
      { numRuns: 2_000 },
    );
  });

  it('marks a formula behind a semicolon, which ends a cell where commas are decimal', () => {
    expect(written('Mug;=cmd|calc')).toBe("Mug;'=cmd|calc");
    expect(written('Mug; -10 %')).toBe("Mug; '-10 %");
    expect(written('Mug";=1')).toBe(`"Mug"";'=1"`);
    expect(written('Red; blue')).toBe('Red; blue');
  });

  it.each(['1 - 2', 'a=b', "'=1", ' 1', '10% off', '~', '杯 = cup'])(
    'leaves %j as it is',
    (text) => {
      expect(inertCell(text)).toBe(text);
    },
  );
});

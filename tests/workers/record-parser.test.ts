import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { delimiterLine, RecordParser } from '#workers/record-parser.ts';

/** Parses a text in parts of a given size. */
function parseInParts(text: string, size: number, delimiter = ','): string[][] {
  const parser = new RecordParser(delimiter);
  const records: string[][] = [];
  for (let start = 0; start < text.length || start === 0; start += size) {
    const isLast = start + size >= text.length;
    records.push(...parser.parse(text.slice(start, start + size), isLast));
  }
  return records;
}

describe('RecordParser', () => {
  it('gives back the cells of what Papa Parse writes, however the text is cut', () => {
    const cell = fc.oneof(
      fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\n', ' ', 'é', '馆') }),
      fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\r', '')),
    );
    const table = fc
      .integer({ min: 2, max: 5 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1 }),
      );
    const newline = fc.constantFrom('\n', '\r\n', '\r');
    const delimiter = fc.constantFrom(',', ';', '\t', '|');
    const size = fc.integer({ min: 1, max: 50 });
    fc.assert(
      fc.property(table, newline, delimiter, size, (rows, lineEnd, sign, partSize) => {
        const text = Papa.unparse(rows, { newline: lineEnd, delimiter: sign, quotes: true });
        expect(parseInParts(text, partSize, sign)).toEqual(rows);
      }),
    );
  });

  it.each([
    { says: 'mixed line ends', text: 'a,b\r\n1,2\n3,4\r5,6', rows: 4 },
    { says: 'a line break in quotes', text: 'a,b\n"1\n1",2\n', rows: 3 },
    { says: 'a quote inside a cell', text: 'a,b\n5" pipe,2\n3,4\n', rows: 4 },
    { says: 'a quote that is never closed', text: 'a,b\n"1,2\n3,4\n', rows: 2 },
  ])('reads $says', ({ text, rows }) => {
    for (const size of [1, 3, 1000]) expect(parseInParts(text, size)).toHaveLength(rows);
  });

  it("takes Excel's line about the delimiter for no row", () => {
    const text = 'sep=;\r\na;b\r\n1;2';
    expect(delimiterLine(text)).toBe(';');
    expect(delimiterLine('a;b\n')).toBe(null);
    expect(parseInParts(text, 1000, ';')).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });
});

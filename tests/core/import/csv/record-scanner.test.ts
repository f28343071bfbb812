import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { hashOf, RecordScanner } from '#core/import/csv/record-scanner.ts';

/** All records of a text that arrives in pieces of some bytes. */
function records(text: string, { delimiter = ',', piece = Infinity } = {}): string[][] {
  const bytes = new TextEncoder().encode(text);
  const found: string[][] = [];
  let cells: string[] = [];
  const scanner = new RecordScanner(delimiter, {
    cell(place, source, start, end, hash) {
      expect(hash).toBe(hashOf(source, start, end));
      cells = cells.slice(0, place);
      cells.push(new TextDecoder().decode(source.slice(start, end)));
    },
    endRecord(cellCount) {
      expect(cells).toHaveLength(cellCount);
      found.push(cells);
    },
  });
  let from = 0;
  for (let to = Math.min(piece, bytes.length); ; to = Math.min(to + piece, bytes.length)) {
    const isLast = to === bytes.length;
    from += scanner.scan(bytes.subarray(from, to), isLast);
    if (isLast) break;
  }
  expect(from).toBe(bytes.length);
  return found;
}

/** All records of a text, millions of whose cells are read in vain: none of them is looked at. */
function uncheckedRecords(text: string): string[][] {
  const decoder = new TextDecoder('latin1');
  const bytes = new TextEncoder().encode(text);
  const found: string[][] = [];
  let places: [start: number, end: number, of: Uint8Array][] = [];
  const scanner = new RecordScanner(',', {
    cell(place, source, start, end) {
      if (place === 0) places = [];
      if (place < 3)
        places.push([start, end, source.buffer === bytes.buffer ? bytes : source.slice()]);
    },
    endRecord: () =>
      found.push(places.map(([start, end, of]) => decoder.decode(of.subarray(start, end)))),
  });
  scanner.scan(bytes, true);
  return found;
}

describe('RecordScanner', () => {
  it.each([
    {
      says: 'plain cells',
      text: 'a,b\n1,2\n',
      gives: [
        ['a', 'b'],
        ['1', '2'],
      ],
    },
    {
      says: 'a last line without an end',
      text: 'a,b\n1,2',
      gives: [
        ['a', 'b'],
        ['1', '2'],
      ],
    },
    { says: 'every kind of line end', text: 'a\r\nb\rc\nd', gives: [['a'], ['b'], ['c'], ['d']] },
    {
      says: 'empty cells',
      text: ',\n,,\n',
      gives: [
        ['', ''],
        ['', '', ''],
      ],
    },
    { says: 'blank lines', text: 'a\n\nb\n', gives: [['a'], [''], ['b']] },
    { says: 'a quoted delimiter', text: '"a,b",c\n', gives: [['a,b', 'c']] },
    { says: 'a quoted line end as it is', text: '"a\r\nb"\r\nc\r\n', gives: [['a\r\nb'], ['c']] },
    { says: 'doubled quotes', text: '"say ""hi""",""\n', gives: [['say "hi"', '']] },
    { says: 'a quote inside a cell', text: '5" pipe,"x"\n', gives: [['5" pipe', 'x']] },
    { says: 'spaces behind a closing quote', text: '"a" ,b\n', gives: [['a', 'b']] },
    {
      says: 'letters behind a closing quote',
      text: '"a"b,c\nd,e',
      gives: [
        ['ab', 'c'],
        ['d', 'e'],
      ],
    },
    {
      says: 'a quote that is never closed, as a letter',
      text: 'a,"b\nc,d\n',
      gives: [
        ['a', '"b'],
        ['c', 'd'],
      ],
    },
    { says: 'text of any script', text: '茶杯,Küche\n', gives: [['茶杯', 'Küche']] },
    { says: 'nothing', text: '', gives: [] },
  ])('reads $says', ({ text, gives }) => {
    expect(records(text)).toEqual(gives);
    for (const piece of [1, 2, 3, 7]) expect(records(text, { piece })).toEqual(gives);
  });

  it('reads what PapaParse reads, wherever the text is cut', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 6 }),
      fc.stringMatching(/^[a-z ,;"\n|\t]{0,8}$/),
    );
    const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1 });
    const dialect = fc.record({
      delimiter: fc.constantFrom(',', ';', '\t', '|'),
      newline: fc.constantFrom('\n', '\r\n', '\r'),
      quotes: fc.boolean(),
    });
    fc.assert(
      fc.property(table, dialect, fc.integer({ min: 1, max: 30 }), (rows, options, piece) => {
        const clean = rows.map((row) => row.map((value) => value.replace(/\r/g, '')));
        const text = Papa.unparse(clean, options);
        fc.pre(text !== '');
        const read = Papa.parse<string[]>(text, { ...options, skipEmptyLines: false }).data;
        expect(read).toEqual(clean); // the reference reads its own
        const found = records(text, { ...options, piece });
        // A last line that is empty has no end of its own.
        const isOpenEnd = text.endsWith(options.newline);
        expect(isOpenEnd ? [...found, ['']] : found).toEqual(read);
      }),
    );
  });

  it('counts quotes that are never closed', () => {
    const scanner = new RecordScanner(',', { cell: () => undefined, endRecord: () => undefined });
    scanner.scan(new TextEncoder().encode('a,"b\n"c,d\n'), true);
    expect(scanner.unclosedCount).toBe(0);
    scanner.scan(new TextEncoder().encode('a,"b\nc,d\n'), true);
    expect(scanner.unclosedCount).toBe(1);
  });

  describe('where quotes close in the middle of the next line to the end of all, and one is left over', () => {
    const lines = Array.from({ length: 60_001 }, (_, i) => `a"b,"Mug ${i},Kitchen`);

    it('does not look for the end of each through all that follows', () => {
      const found = uncheckedRecords(lines.join('\n'));
      expect(found).toHaveLength(lines.length);
      expect(found[0]).toEqual(['a"b', '"Mug 0', 'Kitchen']);
      expect(found.at(-1)).toEqual(['a"b', '"Mug 60000', 'Kitchen']);
    });

    it('still reads quotes that close within their line', () => {
      const found = uncheckedRecords(lines.with(50_000, '"",""').join('\n'));
      expect(found).toHaveLength(lines.length);
      expect(found[50_000]).toEqual(['', '']);
    });
  });
});

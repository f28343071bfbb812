import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { RecordReader } from '#core/import/csv/record-reader.ts';

/** All records of a text that arrives in pieces of some units. */
function records(text: string, { delimiter = ',', piece = Infinity } = {}): string[][] {
  const reader = new RecordReader(delimiter);
  const found: string[][] = [];
  for (let from = 0; from < text.length; from += piece)
    found.push(...[...reader.read(text.slice(from, from + piece))].flat());
  return [...found, ...[...reader.read('', true)].flat()];
}

describe('RecordReader', () => {
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

  it('reads on over cells and rows of any length, with and without malformed quotes', () => {
    const wanted = Array.from({ length: 40_000 }, (_, i) => [`Mug ${i}`, `"${i}",\n`, 'x']);
    wanted[9_000] = ['long', 'a line of many\n'.repeat(30_000), 'x'];
    wanted[20_000] = ['long', 'y'.repeat(400_000), 'x'];
    const text = Papa.unparse(wanted, { newline: '\r\n' });
    expect(records(text, { piece: 100_003 })).toEqual(wanted);
    const malformed = text.replaceAll('\r\nMug 1', '\r\n"Mug "1');
    expect(records(malformed, { piece: 100_003 })).toEqual(wanted);
  });

  it('counts quotes that are never closed', () => {
    const unclosed = (text: string): number => {
      const reader = new RecordReader(',');
      expect([...reader.read(text, true)].flat()).toHaveLength(2);
      return reader.unclosedCount;
    };
    expect(unclosed('a,"b\n"c,d\ne')).toBe(0);
    expect(unclosed('a,"b\nc,d\n')).toBe(1);
  });

  describe('where quotes close in the middle of the next line to the end of all, and one is left over', () => {
    const lines = Array.from({ length: 60_001 }, (_, i) => `a"b,"Mug ${i},Kitchen`);

    it('does not look for the end of each through all that follows', () => {
      const found = records(lines.join('\n'));
      expect(found).toHaveLength(lines.length);
      expect(found[0]).toEqual(['a"b', '"Mug 0', 'Kitchen']);
      expect(found.at(-1)).toEqual(['a"b', '"Mug 60000', 'Kitchen']);
    });

    it('still reads quotes that close within their line', () => {
      const found = records(lines.with(50_000, '"",""').join('\n'));
      expect(found).toHaveLength(lines.length);
      expect(found[50_000]).toEqual(['', '']);
    });
  });
});

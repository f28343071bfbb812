import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codedColumn } from '#core/import/csv/coded-column.ts';
import { IssueLog } from '#core/import/csv/issue-log.ts';
import { LONGEST_CELL, MOST_PART_BYTES, RowCoder } from '#core/import/csv/row-coder.ts';
import { CODER_ROWS } from '#core/import/csv/text-coder.ts';
import { encode, textRows } from '../../../support/text-rows.ts';

const HEADERS = ['id', 'title', 'price'];

function collect(records: string[][], log = new IssueLog()) {
  return textRows(HEADERS, records, { kept: ['title'], log });
}

describe('RowCoder', () => {
  it('keeps the columns that were asked for, as they stand in the file', () => {
    const rows = collect([['1', ' blue   mug ', '2']]);
    expect([...rows.columns]).toEqual([['title', codedColumn([' blue   mug '])]]);
  });

  it('counts rows as a spreadsheet does: blank ones have a number and nothing else', () => {
    const rows = collect([['1', 'a', '2'], [''], ['', ' ', ''], ['2', 'b', '3']]);
    expect([...rows.rowNumbers]).toEqual([2, 5]);
  });

  it('compares whole rows, also in columns that nobody asked for', () => {
    const { fingerprints } = collect([
      ['1', 'mug', '2'],
      ['1', 'mug', '2', ''],
      ['1', 'mug', '3'],
      ['1', 'mug'],
      ['1', 'mug', ''],
    ]);
    expect(fingerprints[0]).toBe(fingerprints[1]);
    expect(fingerprints[3]).toBe(fingerprints[4]);
    expect(new Set(fingerprints).size).toBe(3);
  });

  it('reports rows that are too short or too long, but not empty cells at the end', () => {
    const log = new IssueLog();
    collect(
      [
        ['1', 'a'],
        ['1', 'a', '2', ''],
        ['1', 'a', '2', 'more'],
      ],
      log,
    );
    expect(log.issues()).toMatchObject([
      { kind: 'ragged-row', rows: [2, 4], rowCount: 2, samples: ['… | a | …'] },
    ]);
  });

  it('gives different fingerprints to different rows', () => {
    const moved = collect([
      ['ab', 'c', ''],
      ['a', 'bc', ''],
      ['', 'ab', 'c'],
    ]);
    expect(new Set(moved.fingerprints).size).toBe(3);
    const many = collect(Array.from({ length: 200_000 }, (_, i) => [`row ${i}`, 'mug', '1']));
    expect(new Set(many.fingerprints).size).toBe(200_000);
  });

  it('goes on over the end of a part', () => {
    const count = CODER_ROWS + 3;
    const rows = collect(Array.from({ length: count }, (_, i) => ['1', `title ${i}`, '2']));
    const { texts, codes } = rows.columns.get('title')!;
    expect([texts.length, codes.length]).toEqual([count, count]);
    expect(rows.rowNumbers.at(-1)).toBe(count + 1);
    expect(texts[codes.at(-1)!]).toBe(`title ${count - 1}`);
  });

  it.each([
    ['a blank row', ['  ', '  ']],
    ['the empty cells of short rows', ['short']],
  ])(
    'takes no cell for another where a part is full of texts and %s stands among them',
    (_, odd) => {
      const titles = Array.from({ length: CODER_ROWS + 9 }, (__, i) => ['1', `title ${i}`, '2']);
      const rows = collect([...titles.slice(0, 5), odd, ...titles.slice(5)]);
      const { texts, codes } = rows.columns.get('title')!;
      const read = Array.from(codes, (code) => texts[code]).filter((text) => text !== '');
      expect(read).toEqual(titles.map(([, title]) => title));
    },
  );

  it('reads every cell as it stands, whatever quotes, blanks and rows cut short are between', () => {
    const cell = fc.oneof(fc.constantFrom('', ' ', '""', 'a"b', '杯子'), fc.nat(99).map(String));
    const records = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 50 });
    fc.assert(
      fc.property(records, (given) => {
        const { columns } = textRows(HEADERS, given);
        const wanted = given.filter((record) => record.some((text) => text.trim() !== ''));
        for (const [place, header] of HEADERS.entries()) {
          const { texts, codes } = columns.get(header)!;
          expect(Array.from(codes, (code) => texts[code])).toEqual(
            wanted.map((record) => record[place] ?? ''),
          );
        }
      }),
    );
  });

  it('counts the characters of a long cell as a spreadsheet does, whatever their bytes', () => {
    const log = new IssueLog();
    const fits = '杯'.repeat(LONGEST_CELL);
    const { columns } = collect(
      [
        ['1', fits, '2'],
        ['1', `${fits}子`, '2'],
        ['1', `a${'😀'.repeat(LONGEST_CELL)}`, '2'],
      ],
      log,
    );
    const { texts, codes } = columns.get('title')!;
    // Half of a character is none: 1 + 2 × 16,383 fill the cell.
    const read = Array.from(codes, (code) => texts[code]);
    expect(read.map((text) => text!.length)).toEqual([32_767, 32_767, 32_767]);
    expect([read[0] === fits, read[1] === fits]).toEqual([true, true]);
    expect(read[2]).toBe(`a${'😀'.repeat(16_383)}`);
    expect(log.issues()).toMatchObject([{ kind: 'long-cell', rows: [3, 4], rowCount: 2 }]);
  });

  it('ends a part that holds much before it is full of rows', () => {
    const long = Array.from({ length: 2_500 }, (_, i) => ['1', `${i} ${'x'.repeat(30_000)}`, '2']);
    const coder = coderOf(long);
    const parts = coder.takeParts(true);
    expect(parts.length).toBeGreaterThan(1);
    for (const { columns } of parts)
      expect(columns[0]!.bytes.length).toBeLessThan(MOST_PART_BYTES + 100_000);
    expect(parts.reduce((count, { rowNumbers }) => count + rowNumbers.length, 0)).toBe(2_500);
  });
});

function coderOf(records: string[][]): RowCoder {
  const log = new IssueLog();
  const coder = new RowCoder(
    { headers: HEADERS, headerRow: 1, recordsAbove: 0 },
    { kept: ['title'], log, encode },
  );
  for (const record of records) coder.add(record);
  return coder;
}

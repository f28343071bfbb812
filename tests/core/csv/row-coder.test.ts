import { describe, expect, it } from 'vitest';
import { codedColumn } from '#core/csv/coded-column.ts';
import { IssueLog } from '#core/csv/issue-log.ts';
import { CODER_ROWS } from '#core/csv/text-coder.ts';
import { textRows } from '../../support/text-rows.ts';

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
});

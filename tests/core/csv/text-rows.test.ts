import { describe, expect, it } from 'vitest';
import { codedColumn } from '#core/csv/coded-column.ts';
import { IssueLog } from '#core/csv/issue-log.ts';
import { fingerprint, TextRowCollector } from '#core/csv/text-rows.ts';

function collect(records: string[][], log = new IssueLog()) {
  const heading = { headers: ['id', 'title', 'price'], headerRow: 1 };
  const collector = new TextRowCollector(heading, ['title'], log);
  for (const record of records) collector.add(record);
  return collector.rows();
}

describe('TextRowCollector', () => {
  it('keeps the columns that were asked for, with clean cells', () => {
    const rows = collect([['1', ' blue   mug ', '2']]);
    expect([...rows.columns]).toEqual([['title', codedColumn(['blue mug'])]]);
  });

  it('counts rows as a spreadsheet does: blank ones have a number and nothing else', () => {
    expect(collect([['1', 'a', '2'], [''], ['', ' ', ''], ['2', 'b', '3']]).rowNumbers).toEqual([
      2, 5,
    ]);
  });

  it('compares whole rows, also in columns that nobody asked for', () => {
    const { fingerprints } = collect([
      ['1', 'mug', '2'],
      ['1', 'mug', '2', ''],
      ['1', 'mug', '3'],
    ]);
    expect(fingerprints[0]).toBe(fingerprints[1]);
    expect(fingerprints[0]).not.toBe(fingerprints[2]);
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
    expect(log.issues()).toMatchObject([{ kind: 'ragged-row', rows: [2, 4], rowCount: 2 }]);
  });

  it('gives different fingerprints where a cell moves into the next', () => {
    expect(fingerprint(['ab', 'c'])).not.toBe(fingerprint(['a', 'bc']));
    const all = Array.from({ length: 20_000 }, (_, i) => fingerprint([`row ${i}`]));
    expect(new Set(all).size).toBe(all.length);
  });
});

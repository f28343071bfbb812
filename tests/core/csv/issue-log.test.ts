import { describe, expect, it } from 'vitest';
import { IssueLog } from '#core/csv/issue-log.ts';

const unreadable = { kind: 'unreadable-number', severity: 'warning', column: 'price' } as const;

describe('IssueLog', () => {
  it('gathers findings by kind and column, names the first rows and counts all', () => {
    const log = new IssueLog();
    for (let row = 2; row < 1002; row++) log.add(unreadable, row, `cell ${row}`);
    log.add({ ...unreadable, column: 'cost' }, 7, 'x');
    expect(log.issues()).toEqual([
      {
        ...unreadable,
        field: null,
        rows: [2, 3, 4, 5, 6],
        rowCount: 1000,
        sample: 'cell 2',
      },
      { ...unreadable, column: 'cost', field: null, rows: [7], rowCount: 1, sample: 'x' },
    ]);
  });

  it('shortens what stood in the file to 80 characters', () => {
    const log = new IssueLog();
    log.add(unreadable, 2, 'x'.repeat(500));
    expect(log.issues()[0]?.sample).toHaveLength(80);
  });
});

import { describe, expect, it } from 'vitest';
import { IssueLog } from '#core/import/csv/issue-log.ts';
import { findingKey } from '#core/import/csv/treatments.ts';

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
        samples: ['cell 2', 'cell 3', 'cell 4'],
        treatment: null,
      },
      {
        ...{ ...unreadable, column: 'cost', field: null, rows: [7], rowCount: 1 },
        ...{ samples: ['x'], treatment: null },
      },
    ]);
  });

  it('shortens what stood in the file to 80 characters', () => {
    const log = new IssueLog();
    log.add(unreadable, 2, 'x'.repeat(500));
    expect(log.issues()[0]?.samples[0]).toHaveLength(80);
  });

  it('offers a treatment, on as usual unless the seller switched that of this column', () => {
    const cost = { ...unreadable, column: 'cost' };
    const log = new IssueLog({ [findingKey({ ...cost, field: null })]: false });
    expect(log.treats(unreadable, 'empty', true)).toBe(true);
    expect(log.treats(cost, 'empty', true)).toBe(false);
    expect(log.treats({ ...unreadable, column: 'fee' }, 'empty', false)).toBe(false);
    expect(log.issues().map(({ treatment }) => treatment?.isOn)).toEqual([true, false, false]);
  });
});

import { describe, expect, it } from 'vitest';
import { cellAt } from '#core/import/csv/coded-column.ts';
import { IssueLog } from '#core/import/csv/issue-log.ts';
import { findingKey, type Treatments } from '#core/import/csv/treatments.ts';
import { readLevels } from '#core/import/table/read-levels.ts';
import { textRows } from '../../../support/text-rows.ts';

const cells = [...Array<string>(12).fill('Kitchen'), 'KITCHEN ', 'Kitchin', 'n/a', 'Garden'];

function levels(treatments: Treatments) {
  const rows = textRows(
    ['id', 'kind'],
    cells.map((cell, i) => [`P${i}`, cell]),
  );
  const log = new IssueLog(treatments);
  const read = readLevels({ rows, header: 'kind', field: 'category', log });
  const last = [12, 13, 14, 15].map((row) => cellAt(read, row));
  return { last, issues: log.issues() };
}

const key = (kind: 'spelling-variants' | 'possible-typos') =>
  findingKey({ kind, field: 'category', column: 'kind' });

describe('readLevels', () => {
  it('reads other spellings as one, and only names what may be a slip', () => {
    const { last, issues } = levels({});
    expect(last).toEqual(['Kitchen', 'Kitchin', '', 'Garden']);
    expect(issues).toMatchObject([
      {
        ...{ kind: 'spelling-variants', rows: [14], rowCount: 1, samples: ['KITCHEN → Kitchen'] },
        treatment: { name: 'merge', isOn: true },
      },
      {
        ...{ kind: 'possible-typos', rows: [15], samples: ['Kitchin → Kitchen'] },
        treatment: { name: 'merge', isOn: false },
      },
    ]);
  });

  it('does as the seller switches', () => {
    const switched = { [key('spelling-variants')]: false, [key('possible-typos')]: true };
    expect(levels(switched).last).toEqual(['KITCHEN', 'Kitchen', '', 'Garden']);
  });
});

import { describe, expect, it } from 'vitest';
import type { Issue } from '#core/import/csv/issues.ts';
import { rowsSetAsideBy } from '#core/import/quality/set-aside.ts';

const issue: Issue = {
  ...{ kind: 'duplicate-row', severity: 'warning', field: null, column: null },
  ...{ rows: [2], rowCount: 3, samples: [], treatment: null },
};

describe('rowsSetAsideBy', () => {
  it.each([
    { says: 'a repeated row, as ever', more: {}, rows: 3 },
    { says: 'a missing outcome', more: { kind: 'missing-outcome' }, rows: 3 },
    { says: 'a future date', more: { treatment: { name: 'set-aside', isOn: true } }, rows: 3 },
    {
      says: 'a date that is used',
      more: { treatment: { name: 'set-aside', isOn: false } },
      rows: 0,
    },
    { says: 'emptied cells', more: { treatment: { name: 'empty', isOn: true } }, rows: 0 },
    { says: 'an id that stands twice', more: { kind: 'duplicate-id' }, rows: 0 },
  ] as const)('$says: $rows', ({ more, rows }) => {
    expect(rowsSetAsideBy({ ...issue, ...more })).toBe(rows);
  });
});

import { describe, expect, it } from 'vitest';
import { rowAccount } from '#components/pages/data/row-account.ts';
import type { Issue, IssueKind } from '#core/import/csv/issues.ts';

const issue = (kind: IssueKind, rowCount: number, isOn?: boolean): Issue => ({
  ...{ kind, severity: 'warning', field: null, column: null, rows: [], rowCount, samples: [] },
  treatment: isOn === undefined ? null : { name: 'set-aside', isOn },
});

describe('rowAccount', () => {
  it('counts the rows that are used, and those set aside by reason, most first', () => {
    const issues = [
      issue('missing-outcome', 2),
      issue('duplicate-row', 5, true),
      issue('duplicate-id', 9, false),
      issue('unreadable-number', 7),
    ];
    expect(rowAccount({ issues, rowsUsed: 90, rowsSetAside: 7 })).toEqual([
      { label: 'used', rowCount: 90 },
      { label: 'repeated from another row', rowCount: 5 },
      { label: 'without results', rowCount: 2 },
    ]);
  });

  it('leaves no row out where a report does not say why', () => {
    const parts = rowAccount({ issues: [], rowsUsed: 90, rowsSetAside: 3 });
    expect(parts.at(-1)).toEqual({ label: 'for other reasons', rowCount: 3 });
  });
});

import { describe, expect, it } from 'vitest';
import { IssueLog } from '#core/import/csv/issue-log.ts';
import { noteSameEverywhere } from '#core/import/table/note-findings.ts';

const times = (count: number, text: string) => Array<string>(count).fill(text);

function noted(attributes: Readonly<Record<string, readonly string[]>>) {
  const log = new IssueLog();
  noteSameEverywhere(attributes, log);
  return log.issues();
}

describe('noteSameEverywhere', () => {
  it('notes attributes that are the same in 99% of launches, or empty', () => {
    const issues = noted({
      Glaze: [...times(198, 'matt'), 'shiny', 'blue'],
      Weight: times(200, '4'),
      Box: [...times(199, ''), 'yes'],
      Size: [...times(197, 'L'), ...times(3, 'M')],
    });
    const info = { kind: 'same-everywhere', severity: 'info', treatment: null };
    expect(issues).toMatchObject([
      { ...info, column: 'Glaze', rowCount: 198, samples: ['matt'] },
      { ...info, column: 'Weight', rowCount: 200, samples: ['4'] },
      { ...info, column: 'Box', rowCount: 199, samples: [] },
    ]);
    expect(issues).toHaveLength(3);
  });

  it('notes nothing of a few launches, which may be the same by chance', () => {
    expect(noted({ Glaze: times(29, 'matt') })).toEqual([]);
    expect(noted({ Glaze: times(30, 'matt') })).toHaveLength(1);
  });
});

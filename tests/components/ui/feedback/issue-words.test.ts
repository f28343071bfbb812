import { describe, expect, it } from 'vitest';
import { issueFindings, issueWords } from '#components/ui/feedback/issue-words.ts';
import type { Issue, IssueKind } from '#core/import/csv/issues.ts';
import { m } from '#messages';
import { inChinese } from '../../../support/in-chinese.ts';

const KINDS: readonly IssueKind[] = [
  'column-mapped-twice',
  'column-missing',
  'no-launch-date-column',
  'no-outcome-column',
  'no-header',
  'duplicate-header',
  'ragged-row',
  'unreadable-date',
  'ambiguous-date-order',
  'unreadable-number',
  'number-not-finite',
  'negative-number',
  'missing-launch-date',
  'missing-outcome',
  'missing-title',
  'blank-ad-spend',
  'cost-above-price',
  'discount-unclear',
  'discount-contradicts',
  'alike-titles',
  'duplicate-row',
  'duplicate-id',
  'early-launch-date',
  'future-launch-date',
  'young-launch',
  'impossible-value',
  'unit-slip',
  'outlier',
  'sentinel-value',
  'other-currency',
  'converted-currency',
  'spelling-variants',
  'possible-typos',
  'leaking-column',
  'same-everywhere',
  'dates-without-launch',
  'few-launches',
  'columns-not-used',
  'personal-column-dropped',
];

const issue = (kind: IssueKind, more: Partial<Issue> = {}): Issue => ({
  kind,
  severity: 'warning',
  field: null,
  column: null,
  rows: [],
  rowCount: 0,
  samples: [],
  treatment: null,
  ...more,
});

describe('words for an issue', () => {
  it.each(KINDS)('are there for %s, however little is known', (kind) => {
    const full = issue(kind, {
      field: 'salePrice',
      column: 'price',
      rows: [2, 7],
      rowCount: 9,
      samples: ['n/a'],
    });
    for (const each of [issue(kind), full]) {
      const { title, advice } = issueWords(each);
      expect(title).not.toBe('');
      expect(title + advice).not.toMatch(/undefined|null|NaN|!/);
    }
  });

  it('say what a column holds that is the same everywhere', () => {
    const same = issue('same-everywhere', { column: 'Glaze', rowCount: 198, samples: ['matt'] });
    expect(issueWords(same)).toEqual({
      title: '“Glaze” hardly varies',
      advice: 'It is “matt” in 198 launches. Too few differ to learn from.',
    });
    const counted = { ...same, samples: ['45 days before launch'] };
    expect(inChinese(() => issueWords(counted)).advice).toContain('上新前 45 天');
    const launches = '198 launches';
    expect(issueWords({ ...same, samples: [] }).advice).toBe(
      m.feedback_issue_same_everywhere_empty({ launches }),
    );
  });

  it.each<[Partial<Issue>, string]>([
    [{}, 'Such as “tba”.'],
    [{ rows: [6], rowCount: 1 }, 'Row 6, such as “tba”.'],
    [{ rows: [6], rowCount: 1, samples: [] }, 'Row 6.'],
    [{ rows: [4, 9], rowCount: 14 }, 'Rows 4, 9 and 12 more, such as “tba”.'],
    [{ rows: [4, 9], rowCount: 14, samples: [] }, 'Rows 4, 9 and 12 more.'],
  ])('name the column, the rows and one value: %o', (found, where) => {
    const of = issue('unreadable-number', { column: 'price', samples: ['tba'], ...found });
    const [count, text] = [of.rowCount, `${of.rowCount}`];
    expect(issueWords(of)).toEqual({
      title: m.feedback_issue_unreadable_number_title({ column: '“price”', count, text }),
      advice: m.feedback_issue_unreadable_number_advice({ where }),
    });
  });

  it('name all pairs of names that look alike', () => {
    const samples = ['Oak mug ↔ Oak mug!', 'Red bowl ↔ Bowl, red'];
    const alike = issue('alike-titles', { rows: [3, 9], rowCount: 2, samples });
    expect(issueWords(alike).advice).toContain(
      'Rows 3 and 9, such as “Oak mug ↔ Oak mug!”, “Red bowl ↔ Bowl, red”.',
    );
  });

  it.each([
    [[4], ['Olive mug'], 1, 'Row 4: “Olive mug”.'],
    [[4, 6], ['Olive mug', 'Jar'], 2, 'Rows 4 and 6: “Olive mug”, “Jar”.'],
    [[4, 6], ['Mug', 'Jar'], 9, 'Rows 4, 6 and 7 more, such as “Mug”, “Jar”.'],
    [[4, 6], ['Mug'], 2, 'Rows 4 and 6, such as “Mug”.'],
    [[4], [], 1, 'Row 4.'],
  ])(
    'name the products that cost more than their price: %o %o',
    (rows, samples, rowCount, where) => {
      const { advice } = issueWords(issue('cost-above-price', { rows, samples, rowCount }));
      expect(advice).toBe(m.feedback_issue_cost_above_price_advice({ where }));
    },
  );

  it('call what lies far off a hit only where it is not zero', () => {
    const far = (...samples: string[]) => issueWords(issue('outlier', { samples })).advice;
    expect(far('4500', '0')).toContain(m.feedback_issue_outlier_advice());
    expect(far('0.00', '£0')).toContain(m.feedback_issue_outlier_zero_advice());
    expect(far()).toContain(m.feedback_issue_outlier_advice());
  });

  it('put errors first', () => {
    const findings = issueFindings([
      issue('columns-not-used', { severity: 'info' }),
      issue('ragged-row'),
      issue('no-outcome-column', { severity: 'error' }),
    ]);
    expect(findings.map(({ icon }) => icon)).toEqual(['wrong', 'warn', 'note']);
  });
});

it('calls a column of launches from orders by its field where its header is foreign', () => {
  const of = (column: string) => issue('outlier', { field: 'revenue', column, rowCount: 2 });
  for (const header of ['Turnover', 'revenue'])
    expect(issueWords(of(header)).title).toContain(`“${header}”`);
  inChinese(() => {
    expect(issueWords(of('revenue')).title).not.toContain('revenue');
    expect(issueWords(of('revenue')).title).toContain(m.forms_field_revenue());
  });
});

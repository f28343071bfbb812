import { describe, expect, it } from 'vitest';
import { issueFindings, issueWords } from '#components/ui/feedback/issue-words.ts';
import type { Issue, IssueKind } from '#core/import/csv/issues.ts';
import { inChinese } from '../../../support/in-chinese.ts';

const KINDS: readonly IssueKind[] = [
  'column-mapped-twice',
  'column-missing',
  'no-launch-date-column',
  'no-outcome-column',
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
    const { advice } = issueWords({ ...same, samples: [] });
    expect(advice).toBe('It is empty in 198 launches. Too few have a value to learn from.');
  });

  it('name the column, the rows and one value', () => {
    const { title, advice } = issueWords(
      issue('unreadable-number', { column: 'price', rows: [4, 9], rowCount: 14, samples: ['tba'] }),
    );
    expect(title).toBe('“price”: 14 values are not numbers');
    expect(advice).toContain('Rows 4, 9 and 12 more, such as “tba”.');
  });

  it('name pairs of names that look alike', () => {
    const alike = issue('alike-titles', {
      ...{ severity: 'info', rows: [3, 9], rowCount: 2 },
      samples: ['Oak mug ↔ Oak mug!', 'Red bowl ↔ Bowl, red'],
    });
    expect(issueWords(alike).advice).toContain(
      'Rows 3 and 9, such as “Oak mug ↔ Oak mug!”, “Red bowl ↔ Bowl, red”.',
    );
    expect(inChinese(() => issueWords(alike)).advice).toContain('“Oak mug ↔ Oak mug!”、“Red bowl');
  });

  it('name the products that cost more than their price', () => {
    const costly = (rows: number[], samples: string[], rowCount = rows.length) =>
      issue('cost-above-price', { rows, rowCount, samples });
    const said = (...about: Parameters<typeof costly>) => issueWords(costly(...about)).advice;
    expect(said([4], ['Olive mug'])).toMatch(/^Row 4: “Olive mug”\. As entered/);
    expect(said([4, 6], ['Olive mug', 'Jar'])).toContain('Rows 4 and 6: “Olive mug”, “Jar”.');
    expect(said([4, 6], ['Mug', 'Jar'], 9)).toContain('and 7 more, such as “Mug”, “Jar”.');
    expect(said([4, 6], ['Mug'])).toContain('Rows 4 and 6, such as “Mug”.');
    expect(said([4], [])).toContain('Row 4. As entered');
    expect(inChinese(() => issueWords(costly([4, 6], ['Mug', 'Jar']))).advice).toContain(
      '第 4 和 6 行：“Mug”、“Jar”。这些',
    );
  });

  it('call what lies far off a hit only where it is not zero', () => {
    const far = (...samples: string[]) => issueWords(issue('outlier', { samples })).advice;
    expect(far('4500', '0')).toContain('a hit or a flop');
    expect(far('0.00')).toContain('A zero may be right');
    expect(far('0.00', '£0')).not.toContain('a hit');
    expect(far()).toContain('a hit');
  });

  it('speak of one row as one', () => {
    const { title, advice } = issueWords(issue('missing-outcome', { rows: [6], rowCount: 1 }));
    expect(title).toBe('1 row has no result');
    expect(advice).toContain('Row 6.');
  });

  it('name the column, the rows and one value in Chinese', () => {
    const unreadable = issue('unreadable-number', {
      column: 'price',
      rows: [4, 9],
      rowCount: 14,
      samples: ['tba'],
    });
    expect(inChinese(() => issueWords(unreadable))).toEqual({
      title: '“price”：14 个值不是数字',
      advice: '第 4、9 行和另外 12 行，例如“tba”。这些单元格按空白处理，同行其他内容照常使用。',
    });
    const all = { ...unreadable, rowCount: 2, samples: [] };
    expect(inChinese(() => issueWords(all)).advice).toContain('第 4 和 9 行。');
  });

  it.each(KINDS)('are there in Chinese for %s', (kind) => {
    const { title, advice } = inChinese(() => issueWords(issue(kind)));
    expect(title).toMatch(/\p{Script=Han}/u);
    expect(advice).toMatch(/。$/);
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

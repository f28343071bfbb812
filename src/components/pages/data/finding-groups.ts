import type { Issue, IssueKind } from '#core/import/csv/issues.ts';

/** Rows not used (aside), values not taken as they are (changed), and things good to know (notable). */
export type FindingGroup = 'aside' | 'changed' | 'notable';

/** Grouped by kind, so that a finding keeps its place while the seller switches its treatment. */
const ASIDE: ReadonlySet<IssueKind> = new Set([
  ...(['duplicate-row', 'duplicate-id', 'missing-launch-date', 'unreadable-date'] as const),
  ...([
    'early-launch-date',
    'future-launch-date',
    'young-launch',
    'missing-outcome',
    'total-row',
  ] as const),
]);
const CHANGED: ReadonlySet<IssueKind> = new Set([
  ...(['unit-slip', 'impossible-value', 'sentinel-value', 'other-currency'] as const),
  ...([
    'converted-currency',
    'spelling-variants',
    'variant-rows',
    'leaking-column',
    'ragged-row',
  ] as const),
  ...(['unreadable-number', 'number-not-finite', 'negative-number', 'blank-ad-spend'] as const),
]);

export function groupOf({ kind }: Pick<Issue, 'kind'>): FindingGroup {
  if (ASIDE.has(kind)) return 'aside';
  return CHANGED.has(kind) ? 'changed' : 'notable';
}

import type { Issue, IssueKind } from '#core/csv/issues.ts';

/** Rows that are not used, values that are not taken as they are, and what is merely good to know. */
export type FindingGroup = 'aside' | 'changed' | 'notable';

/** By kind, so that a finding stays where it is while the seller switches what is done about it. */
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

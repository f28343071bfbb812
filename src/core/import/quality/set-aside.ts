import type { Issue, IssueKind } from '../csv/issues.ts';

/** Rows that lack what learning needs: the seller cannot choose to use them. */
const ALWAYS: ReadonlySet<IssueKind> = new Set([
  ...([
    'missing-launch-date',
    'unreadable-date',
    'missing-outcome',
    'duplicate-row',
    'total-row',
  ] as const),
]);

/** Returns the number of rows that a finding excludes. Each row counts for one finding. */
export function rowsSetAsideBy({ kind, rowCount, treatment }: Issue): number {
  // Their sales are counted with another row of their product.
  if (kind === 'variant-rows') return treatment?.isOn ? rowCount : 0;
  const isAside =
    treatment === null ? ALWAYS.has(kind) : treatment.name === 'set-aside' && treatment.isOn;
  return isAside ? rowCount : 0;
}

import type { Issue, IssueKind } from '../csv/issues.ts';

/** Rows without what learning needs: nobody can choose to use them. */
const ALWAYS: ReadonlySet<IssueKind> = new Set([
  ...([
    'missing-launch-date',
    'unreadable-date',
    'missing-outcome',
    'duplicate-row',
    'total-row',
  ] as const),
]);

/** How many rows a finding keeps from being used; each row is counted under one finding. */
export function rowsSetAsideBy({ kind, rowCount, treatment }: Issue): number {
  // What they sold is counted with another row of their product.
  if (kind === 'variant-rows') return treatment?.isOn ? rowCount : 0;
  const isAside =
    treatment === null ? ALWAYS.has(kind) : treatment.name === 'set-aside' && treatment.isOn;
  return isAside ? rowCount : 0;
}

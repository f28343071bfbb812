import type { ImportReport } from '#core/import/columns/import-report.ts';
import type { IssueKind } from '#core/import/csv/issues.ts';
import { rowsSetAsideBy } from '#core/import/quality/set-aside.ts';
import { m } from '#messages';

/** Rows of a file that were treated alike. */
export interface RowPart {
  readonly label: string;
  readonly rowCount: number;
}

const REASONS: Readonly<Partial<Record<IssueKind, () => string>>> = {
  'duplicate-row': m.data_quality_reason_duplicate_row,
  'variant-rows': m.data_quality_reason_variant_rows,
  'duplicate-id': m.data_quality_reason_duplicate_id,
  'missing-launch-date': m.data_quality_reason_missing_launch_date,
  'total-row': m.data_quality_reason_total_row,
  'unreadable-date': m.data_quality_reason_unreadable_date,
  'early-launch-date': m.data_quality_reason_early_launch_date,
  'future-launch-date': m.data_quality_reason_future_launch_date,
  'young-launch': m.data_quality_reason_young_launch,
  'missing-outcome': m.data_quality_reason_missing_outcome,
};

/** Accounts for all rows that were read: the rows used, then the excluded ones by reason, most first. */
export function rowAccount({
  issues,
  rowsUsed,
  rowsSetAside,
}: Pick<ImportReport, 'issues' | 'rowsUsed' | 'rowsSetAside'>): RowPart[] {
  const reasons = issues
    .map((issue) => ({
      label: (REASONS[issue.kind] ?? m.data_quality_other_reasons)(),
      rowCount: rowsSetAsideBy(issue),
    }))
    .filter(({ rowCount }) => rowCount > 0)
    .sort((a, b) => b.rowCount - a.rowCount);
  const named = reasons.reduce((count, { rowCount }) => count + rowCount, 0);
  const used = { label: m.data_quality_used(), rowCount: rowsUsed };
  const others = { label: m.data_quality_other_reasons(), rowCount: rowsSetAside - named };
  return [used, ...reasons, ...(others.rowCount > 0 ? [others] : [])];
}

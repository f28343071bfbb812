import { codedColumn } from '#core/import/csv/coded-column.ts';
import type { ReportKind, ShopReport } from '#core/import/platform-files/read-report.ts';

export interface ReportRow {
  readonly ids?: readonly string[];
  readonly words?: string;
  readonly from?: number;
  readonly until?: number;
  readonly spend?: number;
  readonly impressions?: number;
  readonly clicks?: number;
}

/** Builds a report from rows that name only what a test is about. */
export function shopReport(
  kind: ReportKind,
  rows: readonly ReportRow[],
  file = `${kind}.csv`,
): ShopReport {
  const idCount = Math.max(1, ...rows.map(({ ids = [] }) => ids.length));
  const numbers = (name: 'from' | 'until' | 'spend' | 'impressions' | 'clicks') =>
    Float64Array.from(rows, (row) => row[name] ?? NaN);
  const table = {
    ...{ kind, rowCount: rows.length, words: codedColumn(rows.map(({ words = '' }) => words)) },
    ids: Array.from({ length: idCount }, (_, i) =>
      codedColumn(rows.map(({ ids = [] }) => ids[i] ?? '')),
    ),
    ...{ from: numbers('from'), until: numbers('until'), spend: numbers('spend') },
    ...{ impressions: numbers('impressions'), clicks: numbers('clicks') },
  };
  return { file, table };
}

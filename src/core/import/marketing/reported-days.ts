import type { ReportKind, ShopReport } from '../platform-files/read-report.ts';
import { ownValue } from '#core/base/lookup.ts';
import type { ReportChoice, ReportDays } from './report-match.ts';
import { mergedSpans } from './day-spans.ts';
import { daysOfRow } from './report-subjects.ts';

/**
 * Returns the days that reports of a kind cover. A report of ads covers all days from its first to its last, since
 * campaigns come and go. A report of visits covers only its rows' days.
 */
export function toldDays(
  reports: readonly ShopReport[],
  kind: ReportKind,
  daysByFile: ReportChoice['days'],
): ReportDays[] {
  const spans = reports.flatMap(({ file, table }) => {
    if (table.kind !== kind) return [];
    const said = ownValue(daysByFile, file);
    const rows = Array.from({ length: table.rowCount }, (_, row) => row);
    const own = mergedSpans(rows.flatMap((row) => daysOfRow(table, row, said) ?? []));
    const [first, last] = [own[0], own.at(-1)];
    return kind === 'ads' && first && last ? [{ from: first.from, until: last.until }] : own;
  });
  return mergedSpans(spans);
}

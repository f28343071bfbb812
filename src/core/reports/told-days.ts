import type { ReportKind, ShopReport } from '../exports/read-report.ts';
import { ownValue } from '../lookup.ts';
import type { ReportChoice, ReportDays } from './report.ts';
import { mergedSpans } from './spans.ts';
import { daysOfRow } from './subjects.ts';

/**
 * The days that reports of a kind tell of. Campaigns come and go: a report of ads tells of all days from its first to its last. One
 * of visits tells of its rows' days.
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

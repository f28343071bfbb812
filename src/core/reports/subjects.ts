// What reports are about: a campaign or a product, whose rows may stand in several files.

import { cellAt } from '../csv/coded-column.ts';
import type { ReportKind, ReportTable, ShopReport } from '../exports/read-report.ts';
import { ownValue } from '../lookup.ts';
import type { ReportChoice, ReportDays } from './report.ts';

/** What a row counts, and for which days. NaN means missing. */
export interface ReportEntry extends ReportDays {
  readonly spend: number;
  readonly impressions: number;
  readonly clicks: number;
}

export interface Subject {
  /** Tells it from all others. */
  readonly key: string;
  /** As the report calls it: its title or campaign, else its number. */
  readonly name: string;
  readonly ids: readonly string[];
  readonly words: string;
  readonly entries: readonly ReportEntry[];
}

interface Subjects {
  readonly subjects: readonly Subject[];
  /** Rows about a subject and days that an earlier file told already. */
  readonly repeatedRows: number;
}

/** Rows without days are left out, and so are those that an earlier file has. */
export function subjectsOf(
  reports: readonly ShopReport[],
  kind: ReportKind,
  daysByFile: ReportChoice['days'],
): Subjects {
  const subjects = new Map<string, Subject & { readonly entries: ReportEntry[] }>();
  const reportOfDays = new Map<string, ShopReport>();
  let repeatedRows = 0;
  for (const report of reports) {
    const { file, table } = report;
    if (table.kind !== kind) continue;
    for (let row = 0; row < table.rowCount; row++) {
      const days = daysOfRow(table, row, ownValue(daysByFile, file));
      if (days === null) continue;
      const ids = table.ids.map((column) => cellAt(column, row));
      const words = cellAt(table.words, row);
      const key = JSON.stringify([kind, ids, words]);
      const place = `${key} ${days.from} ${days.until}`;
      const teller = reportOfDays.get(place) ?? report;
      if (teller !== report) {
        repeatedRows += 1;
        continue;
      }
      reportOfDays.set(place, report);
      let subject = subjects.get(key);
      if (!subject) {
        const known = ids.filter((id) => id !== '');
        subject = { key, name: words || known[0]!, ids: known, words, entries: [] };
        subjects.set(key, subject);
      }
      subject.entries.push({ ...days, ...countsOf(table, row) });
    }
  }
  return { subjects: [...subjects.values()], repeatedRows };
}

/** Files with a row that does not say its days. */
export function undatedFiles(reports: readonly ShopReport[], kind: ReportKind): string[] {
  const isUndated = ({ table }: ShopReport) =>
    table.kind === kind && table.from.some((day) => Number.isNaN(day));
  return [...new Set(reports.filter(isUndated).map(({ file }) => file))];
}

/** As the row says, else as the seller does for its file; null where nobody does. */
export function daysOfRow(
  { from, until }: ReportTable,
  row: number,
  given: ReportDays | undefined,
): ReportDays | null {
  const days = { from: from[row]!, until: until[row]! };
  if (days.from <= days.until) return days;
  return given && given.from <= given.until ? given : null;
}

function countsOf({ spend, impressions, clicks }: ReportTable, row: number) {
  return { spend: spend[row]!, impressions: impressions[row]!, clicks: clicks[row]! };
}

// Groups report rows by subject: a campaign or a product, possibly in several files.

import { cellAt } from '../csv/coded-column.ts';
import type { ReportKind, ReportTable, ShopReport } from '../platform-files/read-report.ts';
import { ownValue } from '#core/base/lookup.ts';
import type { ReportChoice, ReportDays } from './report-match.ts';

/** The counts of one row and its days. NaN means missing. */
export interface ReportEntry extends ReportDays {
  readonly spend: number;
  readonly impressions: number;
  readonly clicks: number;
}

export interface Subject {
  /** Unique key of the subject. */
  readonly key: string;
  /** Title or campaign in the report, else its number. */
  readonly name: string;
  readonly ids: readonly string[];
  readonly words: string;
  readonly entries: readonly ReportEntry[];
}

interface Subjects {
  readonly subjects: readonly Subject[];
  /** Rows with a subject and days that an earlier file already has. */
  readonly repeatedRows: number;
}

/** Groups rows by subject. Rows without days and rows that an earlier file has are left out. */
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

/** Returns the files with a row that does not state its days. */
export function undatedFiles(reports: readonly ShopReport[], kind: ReportKind): string[] {
  const isUndated = ({ table }: ShopReport) =>
    table.kind === kind && table.from.some((day) => Number.isNaN(day));
  return [...new Set(reports.filter(isUndated).map(({ file }) => file))];
}

/** Returns the days of a row, else those the seller gave for its file, else null. */
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

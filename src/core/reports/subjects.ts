// What reports are about: a campaign or a product, whose rows may stand in several files.

import { cellAt } from '../csv/coded-column.ts';
import type { ReportKind, ReportTable, ShopReport } from '../exports/read-report.ts';
import type { ReportChoice, ReportDays } from './report.ts';

/** What a row counts, and for which days. NaN means missing. */
export interface ReportEntry extends ReportDays {
  readonly spend: number;
  readonly impressions: number;
  readonly clicks: number;
}

export interface Subject {
  /** As the report calls it: its title or campaign, else its number. */
  readonly name: string;
  readonly ids: readonly string[];
  readonly words: string;
  readonly entries: readonly ReportEntry[];
}

/** Entries without days are left out. */
export function subjectsOf(
  reports: readonly ShopReport[],
  kind: ReportKind,
  daysByFile: ReportChoice['days'],
): Subject[] {
  const subjects = new Map<string, Subject & { readonly entries: ReportEntry[] }>();
  for (const { file, table } of reports) {
    if (table.kind !== kind) continue;
    for (let row = 0; row < table.rowCount; row++) {
      const days = daysOf(table, row, daysByFile[file]);
      if (days === null) continue;
      const [ids, words] = [
        table.ids.map((column) => cellAt(column, row)),
        cellAt(table.words, row),
      ];
      const key = JSON.stringify([ids, words]);
      let subject = subjects.get(key);
      if (!subject) {
        const known = ids.filter((id) => id !== '');
        subject = { name: words || known[0]!, ids: known, words, entries: [] };
        subjects.set(key, subject);
      }
      subject.entries.push({ ...days, ...countsOf(table, row) });
    }
  }
  return [...subjects.values()];
}

/** Files with a row that does not say its days. */
export function undatedFiles(reports: readonly ShopReport[], kind: ReportKind): string[] {
  const isUndated = ({ table }: ShopReport) =>
    table.kind === kind && table.from.some((day) => Number.isNaN(day));
  return [...new Set(reports.filter(isUndated).map(({ file }) => file))];
}

function daysOf(
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

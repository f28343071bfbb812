import type { ReportKind } from '#core/import/platform-files/read-report.ts';
import type { MarketingAccount, ReportMatch } from '#core/import/marketing/report-match.ts';
import { m } from '#messages';
import type { RowPart } from '../row-account.ts';
import { countedLaunches } from '#components/words/counts.ts';
import { formatCount, formatHundredths } from '#components/words/numbers.ts';
import { formatDay } from '#components/words/dates.ts';
import { listed } from '#components/words/lists.ts';

/** Returns, for example, "Advertising, 1 March 2024 to 30 June 2024". */
export function reportTitle({ kind: reports, days }: MarketingAccount): string {
  const kind = reports === 'ads' ? m.exports_reports_ads() : m.exports_reports_traffic();
  if (days === null) return kind;
  return m.exports_reports_days({ kind, from: formatDay(days.from), until: formatDay(days.until) });
}

/** Accounts for all campaigns and products of a report (its subjects), by how they were matched. */
export function reportParts(report: MarketingAccount): RowPart[] {
  const { byName, byWords, open, elsewhere, unmatched } = report;
  const parts = [
    { label: m.exports_reports_by_name(), rowCount: byName.subjects },
    { label: m.exports_reports_by_words(), rowCount: byWords.subjects },
    { label: m.exports_reports_open(), rowCount: open.subjects },
    { label: m.exports_reports_elsewhere(), rowCount: elsewhere.subjects },
    { label: m.exports_reports_unmatched(), rowCount: unmatched.subjects },
  ];
  return parts.filter(({ rowCount }) => rowCount > 0);
}

/** Returns, for example, "“Mugs, spring” is for “Blue Mug”, launched 3 March 2024: 120.00 spent". */
export function matchWords(match: ReportMatch, kind: ReportKind): string {
  const { subject, title, launchDay, amount } = match;
  const of = { subject, title, day: formatDay(launchDay) };
  if (Number.isNaN(amount)) return m.exports_reports_match({ ...of });
  return kind === 'ads'
    ? m.exports_reports_match_ads({ ...of, amount: formatHundredths(amount) })
    : m.exports_reports_match_traffic({ ...of, amount: formatCount(amount) });
}

/** Says how many launches get values from the report, and what cannot be used. */
export function reportNotes(report: MarketingAccount): string[] {
  const { kind, days, launchCount, unmatchedNames, tooLong, repeatedRows } = report;
  if (days === null) return [];
  const launches = countedLaunches(launchCount);
  return [
    kind === 'ads'
      ? m.exports_reports_told_ads({ launches })
      : m.exports_reports_told_traffic({ launches }),
    ...(tooLong > 0 ? [m.exports_reports_too_long({ count: formatCount(tooLong) })] : []),
    ...(repeatedRows > 0 ? [m.exports_reports_repeated({ rows: formatCount(repeatedRows) })] : []),
    ...(unmatchedNames.length > 0 ? [unmatchedWords(report)] : []),
  ];
}

function unmatchedWords({ unmatched, unmatchedNames }: MarketingAccount): string {
  const others = unmatched.subjects - unmatchedNames.length;
  const names = unmatchedNames.map((name) => m.exports_reports_quoted({ name }));
  if (others > 0) names.push(m.exports_reports_others({ count: formatCount(others) }));
  return m.exports_reports_unmatched_names({ names: listed(names) });
}

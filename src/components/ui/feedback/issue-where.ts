import type { Issue } from '#core/import/csv/issues.ts';
import { m } from '#messages';
import { formatCount } from '#components/words/numbers.ts';

/** Returns, for example, "Rows 14, 20 and 31, such as “n/a”.", with row numbers as a spreadsheet shows them. */
export function where(issue: Issue): string {
  const { rows, rowCount } = issue;
  const sample = issue.samples[0] ?? null;
  if (rows.length === 0) return sampleWords(issue);
  const unnamed = rowCount - rows.length;
  if (unnamed > 0) {
    const named = { count: rowCount, rows: withCommas(rows), more: formatCount(unnamed) };
    return sample === null
      ? m.feedback_where_more(named)
      : m.feedback_where_more_sample({ ...named, sample });
  }
  const named = { count: rowCount, rows: withAnd(rows) };
  return sample === null
    ? m.feedback_where_rows(named)
    : m.feedback_where_rows_sample({ ...named, sample });
}

/** Returns, for example, "Row 4: “Olive mug”." where each row has its name, else the words of `where`. */
export function whereNamed(issue: Issue): string {
  const {
    samples: [names],
  } = withAllSamples(issue);
  const { rows, rowCount, samples } = issue;
  if (names === undefined || samples.length !== rowCount || rows.length !== rowCount)
    return where(withAllSamples(issue));
  return m.feedback_where_rows_named({ count: rowCount, rows: withAnd(rows), names });
}

export function withAllSamples(issue: Issue): Issue {
  if (issue.samples.length === 0) return issue;
  const all = issue.samples.reduce((before, next) => m.feedback_samples_comma({ before, next }));
  return { ...issue, samples: [all] };
}

function withCommas(rows: readonly number[]): string {
  return rows
    .map((row) => formatCount(row))
    .reduce((before, next) => m.feedback_rows_comma({ rows: before, next }));
}

function withAnd(rows: readonly number[]): string {
  const next = formatCount(rows.at(-1));
  return rows.length === 1
    ? next
    : m.feedback_rows_and({ rows: withCommas(rows.slice(0, -1)), next });
}

export function sampleWords({ samples: [sample] }: Issue): string {
  return sample === undefined ? '' : m.feedback_where_sample({ sample });
}

import type { Issue, IssueKind } from '#core/csv/issues.ts';
import type { Finding } from './finding.ts';
import { fieldLabel } from '../forms/field-labels.ts';
import { counted, formatCount, listed } from '../format.ts';

interface IssueWords {
  readonly title: string;
  readonly advice: string;
}

type Words = (issue: Issue) => IssueWords;

const MESSAGES: Readonly<Record<IssueKind, Words>> = {
  'column-mapped-twice': (issue) => ({
    title: `${columnName(issue)} is chosen twice`,
    advice: 'Each column has one meaning. Choose another column, or “Not in this file”, for one.',
  }),
  'column-missing': (issue) => ({
    title: `${columnName(issue)} is not in the file`,
    advice: `Choose another column for ${fieldLabel(issue.field).toLowerCase()}, or “Not in this file”.`,
  }),
  'no-launch-date-column': () => ({
    title: 'No launch date column was found',
    advice:
      'Debut needs the first day on sale of each launch. Choose the column that holds it; a date such as 2026-03-08 is read best.',
  }),
  'no-outcome-column': () => ({
    title: 'No outcome column was found',
    advice:
      'Debut learns from what came of a launch. Choose the column that says how many units were sold in the first four weeks.',
  }),
  'duplicate-header': (issue) => ({
    title: `${columnName(issue)} stands twice in the header`,
    advice: 'The second one is called “(2)” here. Check that the right one is used.',
  }),
  'ragged-row': (issue) => ({
    title: `${rowsOf(issue)} a different number of cells than the header`,
    advice: `${where(issue)} Missing cells were read as empty. Often a text with the separator in it lacks its quotes.`,
  }),
  'unreadable-date': (issue) => ({
    title: `${cellsOf(issue)} not a date`,
    advice: `${where(issue)} Those rows were set aside. Write dates as 2026-03-08 and import again to use them.`,
  }),
  'ambiguous-date-order': (issue) => ({
    title: `Day and month of ${columnName(issue)} could be swapped`,
    advice: `${sampleOf(issue)}No date in the file decides it. Check the first and last launch below; write dates as 2026-03-08 if they are wrong.`,
  }),
  'unreadable-number': (issue) => ({
    title: `${cellsOf(issue)} not a number`,
    advice: `${where(issue)} Those cells were read as empty; the rest of their rows is used.`,
  }),
  'number-not-finite': (issue) => ({
    title: `${cellsOf(issue)} no usable number`,
    advice: `${where(issue)} Such values and infinite ones were read as empty; the rest of their rows is used.`,
  }),
  'negative-number': (issue) => ({
    title: `${cellsOf(issue)} below zero`,
    advice: `${where(issue)} Those cells were read as empty. Returns belong in a column of their own.`,
  }),
  'missing-launch-date': (issue) => ({
    title: `${rowsOf(issue)} no launch date`,
    advice: `${where(issue)} They were set aside, because Debut cannot tell their season.`,
  }),
  'missing-outcome': (issue) => ({
    title: `${rowsOf(issue)} no outcome`,
    advice: `${where(issue)} They were set aside, because there is nothing to learn from them yet.`,
  }),
  'missing-title': (issue) => ({
    title: `${rowsOf(issue)} no title`,
    advice:
      issue.severity === 'info'
        ? `${where(issue)} They are used, without the words of a title.`
        : `${where(issue)} They were set aside: a product needs the name that buyers see.`,
  }),
  'duplicate-row': (issue) => ({
    title: `${rowsOf(issue, 'repeats', 'repeat')} another row`,
    advice: `${where(issue)} Each launch counts once, so the repeats were set aside.`,
  }),
  'duplicate-id': (issue) => ({
    title: `${rowsOf(issue)} a product ID that stands elsewhere too`,
    advice: `${where(issue)} They are kept apart. If they are the same, remove one from the file.`,
  }),
  'few-launches': (issue) => ({
    title: `Only ${counted(issue.rowCount, 'usable launch', 'usable launches')}`,
    advice:
      'Debut will lean on averages and give wide ranges. From about 30 launches it learns more; two years and 100 launches are a good start.',
  }),
  'columns-not-used': (issue) => ({
    title:
      issue.rowCount > 0
        ? `${counted(issue.rowCount, 'column is', 'columns are')} not used`
        : 'Some columns are not used',
    advice: `${issue.sample ?? 'They'}: Debut has no meaning for these. Choose them as attributes to learn from them.`,
  }),
};

const ICONS = { error: 'wrong', warning: 'warn', info: 'note' } as const;

/** Errors first, then what was set aside, then what is good to know. */
export function issueFindings(issues: readonly Issue[]): Finding[] {
  const order = ['error', 'warning', 'info'] as const;
  return order.flatMap((severity) =>
    issues
      .filter((issue) => issue.severity === severity)
      .map((issue) => ({ icon: ICONS[severity], ...issueWords(issue) })),
  );
}

export function issueWords(issue: Issue): IssueWords {
  return MESSAGES[issue.kind](issue);
}

function columnName({ column, field }: Issue): string {
  return column === null ? fieldLabel(field) : `“${column}”`;
}

function rowsOf({ rowCount }: Issue, one = 'has', many = 'have'): string {
  return rowCount === 1 ? `1 row ${one}` : `${formatCount(rowCount)} rows ${many}`;
}

function cellsOf(issue: Issue): string {
  const { rowCount } = issue;
  const verb = rowCount === 1 ? 'value is' : 'values are';
  return `${columnName(issue)}: ${formatCount(rowCount)} ${verb}`;
}

/** "Rows 14, 20 and 31, such as “n/a”." with the numbers that a spreadsheet shows. */
function where({ rows, rowCount, sample }: Issue): string {
  const example = sample === null ? '' : `, such as “${sample}”`;
  if (rows.length === 0) return sample === null ? '' : `Such as “${sample}”.`;
  const numbers = rows.map((row) => formatCount(row));
  const unnamed = rowCount - rows.length;
  const names = unnamed > 0 ? [...numbers, `${formatCount(unnamed)} more`] : numbers;
  return `${rowCount === 1 ? 'Row' : 'Rows'} ${listed(names)}${example}.`;
}

function sampleOf({ sample }: Issue): string {
  return sample === null ? '' : `Such as “${sample}”. `;
}

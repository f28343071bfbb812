import type { Issue, IssueKind } from '#core/import/csv/issues.ts';
import { isDerivedHeader } from '#core/import/derivation/derived-table.ts';
import { m } from '#messages';
import { languageTag } from '#messages/language-tag.ts';
import { fieldLabel } from '#components/words/field-words.ts';
import { attributeWords } from '#components/words/number-words.ts';
import { countedLaunches, tally } from '#components/words/counts.ts';
import { listed } from '#components/words/lists.ts';
import type { Finding } from './finding.ts';
import { sampleWords, where, whereNamed, withAllSamples } from './issue-where.ts';
import { sentences } from '#components/words/sentences.ts';
import { SUPPLIER_ISSUES } from './supplier-issue-words.ts';
import { treatmentOutcome } from './treatment-words.ts';

interface IssueWords {
  readonly title: string;
  readonly advice: string;
}

type Words = (issue: Issue) => IssueWords;

const MESSAGES: Readonly<Record<IssueKind, Words>> = {
  'column-mapped-twice': (issue) => ({
    title: m.feedback_column_chosen_twice({ column: columnName(issue) }),
    advice: m.feedback_issue_column_mapped_twice_advice(),
  }),
  'column-missing': (issue) => ({
    title: m.feedback_column_not_in_file({ column: columnName(issue) }),
    advice: m.feedback_issue_column_missing_advice({
      // A label starts with a capital letter; within a sentence it is in lower case.
      field: fieldLabel(issue.field).toLowerCase(),
    }),
  }),
  'no-launch-date-column': (issue) => ({
    title: m.feedback_issue_no_launch_date_title(),
    advice:
      issue.samples.length > 0
        ? m.feedback_issue_no_launch_date_near({ columns: columnsIn(issue) })
        : m.feedback_issue_no_launch_date_advice(),
  }),
  'no-outcome-column': (issue) => ({
    title: m.feedback_issue_no_outcome_title(),
    advice:
      issue.samples.length > 0
        ? m.feedback_issue_no_outcome_near({ columns: columnsIn(issue) })
        : m.feedback_issue_no_outcome_advice(),
  }),
  'no-header': () => ({
    title: m.feedback_issue_no_header_title(),
    advice: m.feedback_issue_no_header_advice(),
  }),
  'duplicate-header': (issue) => ({
    title: m.feedback_issue_duplicate_header_title({ column: columnName(issue) }),
    advice: m.feedback_issue_duplicate_header_advice(),
  }),
  'ragged-row': (issue) => ({
    title: m.feedback_issue_ragged_row_title(tally(issue.rowCount)),
    advice: m.feedback_issue_ragged_row_advice({ where: where(issue) }),
  }),
  'unclosed-quote': (issue) => ({
    title: m.feedback_issue_unclosed_quote_title(tally(issue.rowCount)),
    advice: m.feedback_issue_unclosed_quote_advice(),
  }),
  'long-cell': (issue) => ({
    title: m.feedback_issue_long_cell_title(cells(issue)),
    advice: m.feedback_issue_long_cell_advice({ where: where(issue) }),
  }),
  'undecodable-text': (issue) => ({
    title: m.feedback_issue_undecodable_text_title(cells(issue)),
    advice: m.feedback_issue_undecodable_text_advice({ where: where(issue) }),
  }),
  'parts-not-read': (issue) => ({
    title: m.feedback_issue_parts_not_read_title(tally(issue.rowCount)),
    advice: m.feedback_issue_parts_not_read_advice({ where: where(withAllSamples(issue)) }),
  }),
  'nested-columns': (issue) => ({
    title: m.feedback_issue_nested_columns_title(tally(issue.rowCount)),
    advice: m.feedback_issue_nested_columns_advice({ where: where(withAllSamples(issue)) }),
  }),
  'error-cells': (issue) => ({
    title: m.feedback_issue_error_cells_title(tally(issue.rowCount)),
    advice: m.feedback_issue_error_cells_advice({ where: where(issue) }),
  }),
  'formulas-not-calculated': (issue) => ({
    title: m.feedback_issue_open_formulas_title(tally(issue.rowCount)),
    advice: m.feedback_issue_open_formulas_advice({ where: where(issue) }),
  }),
  'cells-far-away': (issue) => ({
    title: m.feedback_issue_far_cells_title(tally(issue.rowCount)),
    advice: m.feedback_issue_far_cells_advice({ where: where(issue) }),
  }),
  'unreadable-date': (issue) => ({
    title: m.feedback_issue_unreadable_date_title(cells(issue)),
    advice: m.feedback_issue_unreadable_date_advice({ where: where(issue) }),
  }),
  'ambiguous-date-order': (issue) => ({
    title: m.feedback_issue_ambiguous_date_title({ column: columnName(issue) }),
    advice: sentences(sampleWords(issue), m.feedback_issue_ambiguous_date_advice()),
  }),
  'unreadable-number': (issue) => ({
    title: m.feedback_issue_unreadable_number_title(cells(issue)),
    advice: m.feedback_issue_unreadable_number_advice({ where: where(issue) }),
  }),
  'number-not-finite': (issue) => ({
    title: m.feedback_issue_number_not_finite_title(cells(issue)),
    advice: m.feedback_issue_number_not_finite_advice({ where: where(issue) }),
  }),
  'negative-number': (issue) => ({
    title: m.feedback_issue_negative_number_title(cells(issue)),
    advice: m.feedback_issue_negative_number_advice({ where: where(issue) }),
  }),
  'total-row': (issue) => ({
    title: m.feedback_issue_total_row_title(tally(issue.rowCount)),
    advice: m.feedback_issue_total_row_advice({ where: where(issue) }),
  }),
  'missing-launch-date': (issue) => ({
    title: m.feedback_issue_missing_launch_date_title(tally(issue.rowCount)),
    advice: m.feedback_issue_missing_launch_date_advice({ where: where(issue) }),
  }),
  'missing-outcome': (issue) => ({
    title: m.feedback_issue_missing_outcome_title(tally(issue.rowCount)),
    advice: m.feedback_issue_missing_outcome_advice({ where: where(issue) }),
  }),
  'missing-title': (issue) => ({
    title: m.feedback_issue_missing_title_title(tally(issue.rowCount)),
    advice:
      issue.severity === 'info'
        ? m.feedback_issue_missing_title_used_advice({ where: where(issue) })
        : m.feedback_issue_missing_title_unused_advice({ where: where(issue) }),
  }),
  'blank-ad-spend': (issue) => ({
    title: m.feedback_issue_blank_ad_spend_title(tally(issue.rowCount)),
    advice: treated(issue, m.feedback_issue_blank_ad_spend_advice()),
  }),
  'cost-above-price': (issue) => ({
    title: m.feedback_issue_cost_above_price_title(tally(issue.rowCount)),
    advice: m.feedback_issue_cost_above_price_advice({ where: whereNamed(issue) }),
  }),
  'variant-rows': (issue) => ({
    title: m.feedback_issue_variant_rows_title(tally(issue.rowCount)),
    advice: treated(issue, m.feedback_issue_variant_rows_reason()),
  }),
  'discount-unclear': (issue) => ({
    title: m.feedback_issue_discount_unclear_title({ column: columnName(issue) }),
    advice: m.feedback_issue_discount_unclear_advice(),
  }),
  'discount-contradicts': (issue) => ({
    title: m.feedback_issue_discount_contradicts_title(cells(issue)),
    advice: m.feedback_issue_discount_contradicts_advice({ where: where(issue) }),
  }),
  'alike-titles': (issue) => ({
    title: m.feedback_issue_alike_titles_title(tally(issue.rowCount)),
    advice: m.feedback_issue_alike_titles_advice({ where: where(withAllSamples(issue)) }),
  }),
  'duplicate-row': (issue) => ({
    title: m.feedback_issue_duplicate_row_title(tally(issue.rowCount)),
    advice:
      issue.treatment?.isOn === false
        ? m.feedback_issue_duplicate_row_kept_advice({ where: where(issue) })
        : m.feedback_issue_duplicate_row_advice({ where: where(issue) }),
  }),
  'duplicate-id': (issue) => ({
    title: m.feedback_issue_duplicate_id_title(tally(issue.rowCount)),
    advice: issue.treatment?.isOn
      ? m.feedback_issue_duplicate_id_aside_advice({ where: where(issue) })
      : m.feedback_issue_duplicate_id_advice({ where: where(issue) }),
  }),
  'early-launch-date': (issue) => ({
    title: m.feedback_issue_early_date_title(tally(issue.rowCount)),
    advice: treated(issue, m.feedback_issue_early_date_advice()),
  }),
  'future-launch-date': (issue) => ({
    title: m.feedback_issue_future_date_title(tally(issue.rowCount)),
    advice: treated(issue, m.feedback_issue_future_date_advice()),
  }),
  'young-launch': (issue) => ({
    title: m.feedback_issue_young_launch_title(tally(issue.rowCount)),
    advice: treated(issue, m.feedback_issue_young_launch_advice()),
  }),
  'impossible-value': (issue) => ({
    title: m.feedback_issue_impossible_value_title(cells(issue)),
    advice: treated(issue, m.feedback_issue_impossible_value_advice()),
  }),
  'unit-slip': (issue) => ({
    title: m.feedback_issue_unit_slip_title(cells(issue)),
    advice: treated(issue, m.feedback_issue_unit_slip_advice()),
  }),
  outlier: (issue) => ({
    title: m.feedback_issue_outlier_title(cells(issue)),
    advice: treated(
      issue,
      areZeros(issue) ? m.feedback_issue_outlier_zero_advice() : m.feedback_issue_outlier_advice(),
    ),
  }),
  'sentinel-value': (issue) => ({
    title: m.feedback_issue_sentinel_title(cells(issue)),
    advice: treated(issue, m.feedback_issue_sentinel_advice()),
  }),
  'other-currency': (issue) => ({
    title: m.feedback_issue_other_currency_title(cells(issue)),
    advice: treated(issue, m.feedback_issue_other_currency_advice()),
  }),
  'converted-currency': (issue) => ({
    title: m.feedback_issue_converted_currency_title(cells(issue)),
    advice: m.feedback_issue_converted_currency_advice({ where: where(issue) }),
  }),
  'spelling-variants': (issue) => ({
    title: m.feedback_issue_spelling_variants_title(cells(issue)),
    advice: treated(issue, m.feedback_issue_spelling_variants_advice()),
  }),
  'possible-typos': (issue) => ({
    title: m.feedback_issue_possible_typos_title(cells(issue)),
    advice: treated(issue, m.feedback_issue_possible_typos_advice()),
  }),
  'leaking-column': (issue) => ({
    title: m.feedback_issue_leaking_column_title({ column: columnName(issue) }),
    advice: treated(issue, m.feedback_issue_leaking_column_advice()),
  }),
  'same-everywhere': (issue) => ({
    title: m.feedback_issue_same_everywhere_title({ column: columnName(issue) }),
    advice: sameWords(issue),
  }),
  'dates-without-launch': (issue) => ({
    title: m.feedback_issue_dates_without_launch_title(cells(issue)),
    advice: m.feedback_issue_dates_without_launch_advice({ where: where(issue) }),
  }),
  'few-launches': (issue) => ({
    title: m.feedback_issue_few_launches_title(tally(issue.rowCount)),
    advice: m.feedback_issue_few_launches_advice(),
  }),
  'columns-not-used': (issue) => ({
    title:
      issue.rowCount > 0
        ? m.feedback_issue_columns_not_used_title(tally(issue.rowCount))
        : m.feedback_issue_some_columns_not_used_title(),
    advice: m.feedback_issue_columns_not_used_advice({
      columns: issue.samples[0] ?? m.feedback_issue_columns_they(),
    }),
  }),
  'personal-column-dropped': (issue) => ({
    title: m.feedback_issue_personal_dropped_title({ column: columnName(issue) }),
    advice: m.feedback_issue_personal_dropped_advice(),
  }),
  ...SUPPLIER_ISSUES,
};

const ICONS = { error: 'wrong', warning: 'warn', info: 'note' } as const;

/** Returns the issues as findings: errors, then warnings, then notes. */
export function issueFindings(issues: readonly Issue[]): Finding[] {
  return gravestFirst(issues).map(issueFinding);
}

/** Returns issues in the order of `issueFindings`. */
export function gravestFirst(issues: readonly Issue[]): Issue[] {
  const order = ['error', 'warning', 'info'] as const;
  return order.flatMap((severity) => issues.filter((issue) => issue.severity === severity));
}

export function issueFinding(issue: Issue): Finding {
  return { icon: ICONS[issue.severity], ...issueWords(issue) };
}

export function issueWords(issue: Issue): IssueWords {
  return MESSAGES[issue.kind](issue);
}

/** Says where the issue is, why it was noticed, and what was done. */
function treated(issue: Issue, reason: string): string {
  return sentences(where(issue), reason, treatmentOutcome(issue));
}

/** Launches from orders have English headers, which say nothing in another language. */
function columnName({ column, field }: Issue): string {
  const isEnglish = languageTag() === 'en-GB';
  const isOurs = column !== null && field !== null && isDerivedHeader(column, field);
  return column === null || (isOurs && !isEnglish) ? fieldLabel(field) : `“${column}”`;
}

function columnsIn({ samples }: Issue): string {
  return listed(samples.map((header) => `“${header}”`));
}

/** Returns the number of values and their column, for a message. */
function cells(issue: Issue) {
  return { ...tally(issue.rowCount), column: columnName(issue) };
}

function sameWords({ rowCount, samples: [value] }: Issue): string {
  const launches = countedLaunches(rowCount);
  return value === undefined
    ? m.feedback_issue_same_everywhere_empty({ launches })
    : m.feedback_issue_same_everywhere_advice({ launches, value: attributeWords(value) });
}

function areZeros({ samples }: Issue): boolean {
  return (
    samples.length > 0 && samples.every((sample) => sample.includes('0') && !/[1-9]/.test(sample))
  );
}

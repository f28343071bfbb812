import type { FieldName } from '#core/launch/fields.ts';

export type IssueKind =
  | 'column-mapped-twice'
  | 'column-missing'
  | 'no-launch-date-column'
  | 'no-outcome-column'
  | 'no-header'
  | 'duplicate-header'
  | 'ragged-row'
  | 'unclosed-quote'
  | 'long-cell'
  | 'undecodable-text'
  | 'parts-not-read'
  | 'nested-columns'
  | 'error-cells'
  | 'formulas-not-calculated'
  | 'cells-far-away'
  | 'unreadable-date'
  | 'ambiguous-date-order'
  | 'unreadable-number'
  | 'number-not-finite'
  | 'negative-number'
  | 'missing-launch-date'
  | 'total-row'
  | 'missing-outcome'
  | 'missing-title'
  | 'blank-ad-spend'
  | 'cost-above-price'
  | 'discount-unclear'
  | 'discount-contradicts'
  | 'alike-titles'
  | 'variant-rows'
  | 'duplicate-row'
  | 'duplicate-id'
  | 'early-launch-date'
  | 'future-launch-date'
  | 'young-launch'
  | 'impossible-value'
  | 'unit-slip'
  | 'outlier'
  | 'sentinel-value'
  | 'other-currency'
  | 'converted-currency'
  | 'spelling-variants'
  | 'possible-typos'
  | 'leaking-column'
  | 'same-everywhere'
  | 'dates-without-launch'
  | 'few-launches'
  | 'columns-not-used'
  | 'personal-column-dropped'
  | 'missing-cost'
  | 'rate-missing'
  | 'assumed-currency'
  | 'large-minimum'
  | 'price-ladder'
  | 'variant-costs'
  | 'lowest-price'
  | 'proposed-category';

/**
 * What can be done about a finding: exclude rows; empty, correct or zero cells; merge spellings; leave a column out.
 */
export type Treatment = 'set-aside' | 'empty' | 'correct' | 'zero' | 'merge' | 'leave-out';

/** A finding in the data, aggregated by kind and column, because a million rows can have a million bad cells. */
export interface Issue {
  readonly kind: IssueKind;
  /** error: nothing can be imported; warning: rows or cells were excluded; info: good to know. */
  readonly severity: 'error' | 'warning' | 'info';
  readonly field: FieldName | null;
  /** The header in the seller's file if the finding is about one column. */
  readonly column: string | null;
  /** The first few row numbers as in a spreadsheet: the header is row 1. */
  readonly rows: readonly number[];
  readonly rowCount: number;
  /** Up to three different values as in the file, shortened to 80 characters. */
  readonly samples: readonly string[];
  /** The treatment that is applied or could be, where the seller has a choice. */
  readonly treatment: { readonly name: Treatment; readonly isOn: boolean } | null;
}

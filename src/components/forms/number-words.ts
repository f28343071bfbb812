import type { MeasureRange } from '#core/csv/read-measure.ts';
import type { DoubtfulNumber } from '#core/launch/unknown-values.ts';
import type { NumberDoubt } from '#core/quality/number-doubt.ts';
import { m } from '#messages';
import { tally } from '../feedback/tally.ts';
import { formatFigures, formatRange } from '../format.ts';

const NO_BREAK = '\u00A0';

/** Returns, for example, "0.1–3.4 kg". */
export function measureRangeWords({ low, high, unit }: MeasureRange): string {
  const range = formatRange(low, high, formatFigures);
  return unit === '' ? range : range + NO_BREAK + unit;
}

/** Says what is doubtful about a number that is being typed. */
export function doubtWords(doubt: NumberDoubt, value: string): string {
  return doubt === 'far' ? m.forms_number_far() : m.forms_number_none({ value });
}

/** Says what is doubtful about a number of products, and how many have it. */
export function doubtfulNumberWords({ name, value, doubt, products }: DoubtfulNumber): string {
  const named = { label: name, value, ...tally(products.length) };
  return doubt === 'far'
    ? m.forms_number_far_in_products(named)
    : m.forms_number_none_in_products(named);
}

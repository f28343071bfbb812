import { DAYS_BEFORE, readMeasure, type MeasureRange } from '#core/csv/read-measure.ts';
import type { DoubtfulNumber } from '#core/launch/unknown-values.ts';
import type { NumberDoubt } from '#core/quality/number-doubt.ts';
import { m } from '#messages';
import { tally } from '../feedback/tally.ts';
import { formatCount, formatFigures, formatRange } from '../format.ts';

const NO_BREAK = '\u00A0';

/** Returns, for example, "0.1–3.4 kg" or "20–90 days before the launch". */
export function measureRangeWords({ low, high, unit }: MeasureRange): string {
  const range = formatRange(low, high, formatFigures);
  if (unit === DAYS_BEFORE)
    return low < 0 ? m.forms_days_around({ range }) : m.forms_days_before({ range });
  return unit === '' ? range : range + NO_BREAK + unit;
}

/** Returns an attribute as people read it: as the seller writes it, but days before launch in words. */
export function attributeWords(text: string): string {
  const measure = readMeasure(text, '.');
  if (measure?.unit !== DAYS_BEFORE) return text;
  const count = Math.abs(measure.value);
  const days = { count, text: formatCount(count) };
  return measure.value < 0 ? m.forms_days_after_cell(days) : m.forms_days_before_cell(days);
}

/** Says what is doubtful about a number that is being typed. */
export function doubtWords(doubt: NumberDoubt, value: string): string {
  if (doubt === 'far') return m.forms_number_far();
  return doubt === 'no-days' ? m.forms_days_none({ value }) : m.forms_number_none({ value });
}

/** Says what is doubtful about a number of products, and how many have it. */
export function doubtfulNumberWords({ name, value, doubt, products }: DoubtfulNumber): string {
  const named = { label: name, value: attributeWords(value), ...tally(products.length) };
  if (doubt === 'far') return m.forms_number_far_in_products(named);
  return doubt === 'no-days'
    ? m.forms_days_none_in_products(named)
    : m.forms_number_none_in_products(named);
}

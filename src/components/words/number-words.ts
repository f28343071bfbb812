import { DAYS_BEFORE, readMeasure, type MeasureRange } from '#core/import/values/read-measure.ts';
import type { DoubtfulNumber } from '#core/import/columns/unknown-values.ts';
import type { NumberDoubt } from '#core/import/recipe/number-doubt.ts';
import { m } from '#messages';
import { tally } from './counts.ts';
import { formatCount, formatFigures } from './numbers.ts';
import { formatRange } from './ranges.ts';

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

const TYPED_DOUBTS: Readonly<Record<NumberDoubt, (typed: { value: string }) => string>> = {
  far: () => m.forms_number_far(),
  'far-days': () => m.forms_days_far(),
  'no-days': (typed) => m.forms_days_none(typed),
  'no-number': (typed) => m.forms_number_none(typed),
};

/** Says what is doubtful about a number that is being typed. */
export function doubtWords(doubt: NumberDoubt, value: string): string {
  return TYPED_DOUBTS[doubt]({ value });
}

type Named = Parameters<typeof m.forms_number_far_in_products>[0];

const PRODUCT_DOUBTS: Readonly<Record<NumberDoubt, (named: Named) => string>> = {
  far: (named) => m.forms_number_far_in_products(named),
  'far-days': (named) => m.forms_days_far_in_products(named),
  'no-days': (named) => m.forms_days_none_in_products(named),
  'no-number': (named) => m.forms_number_none_in_products(named),
};

/** Says what is doubtful about a number of products, and how many have it. */
export function doubtfulNumberWords({ name, value, doubt, products }: DoubtfulNumber): string {
  const named = { label: name, value: attributeWords(value), ...tally(products.length) };
  return PRODUCT_DOUBTS[doubt](named);
}

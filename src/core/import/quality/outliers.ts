import type { CodedColumn } from '../csv/coded-column.ts';
import { FIELDS, NUMBER_FIELD_NAMES, type NumberFieldName } from '#core/launch/fields.ts';
import { OUTLIER_DEVIATIONS } from '#core/base/statistics/statistics.ts';
import type { NumberColumns } from '../columns/read-columns.ts';
import type { NumberRemark } from './number-remarks.ts';
import { robustScale, type RobustScale } from '#core/base/statistics/robust-scale.ts';

/** Least number of rows for a category's own scale. Smaller categories use that of all launches. */
const ROWS_ENOUGH = 20;

/** If a larger share is far away, these values are a group of their own, not outliers. */
const MOST_FAR = 0.05;

const CHECKED: readonly NumberFieldName[] = NUMBER_FIELD_NAMES.filter(
  (field) => FIELDS[field].role === 'outcome' || field === 'listPrice' || field === 'salePrice',
);

/**
 * Finds values far from those of their category: beyond OUTLIER_DEVIATIONS standard deviations of log(1 + x). One in
 * two million normally distributed values is that far. A hit can be real, and extreme values have little effect on
 * training, so they stay unless the seller decides otherwise.
 */
export function outliers(numbers: NumberColumns, category: CodedColumn | null): NumberRemark[] {
  return CHECKED.flatMap((field) => {
    if (numbers[field].every(Number.isNaN)) return [];
    const logs = numbers[field].map((value) => Math.log1p(value));
    const overall = robustScale(logs);
    if (Number.isNaN(overall.centre)) return [];
    const scales = category ? scalesByCode(logs, category) : [];
    const places: number[] = [];
    logs.forEach((log, place) => {
      const scale = (category && scales[category.codes[place]!]) ?? overall;
      if (isFar(log, scale)) places.push(place);
    });
    const remark = { kind: 'outlier', severity: 'info', treatment: 'empty' } as const;
    const instead = places.map(() => NaN);
    const areFew = places.length <= Math.max(1, MOST_FAR * logs.length);
    return places.length > 0 && areFew
      ? [{ ...remark, field, usually: false, places, instead }]
      : [];
  });
}

/** If more than half of the values are equal, the spread is 0 and no value is an outlier. */
function isFar(log: number, { centre, spread }: RobustScale): boolean {
  return spread > 0 && Math.abs(log - centre) > OUTLIER_DEVIATIONS * spread;
}

/** Returns the scale of each named category with enough rows, else null. */
function scalesByCode(logs: Float64Array, { texts, codes }: CodedColumn): (RobustScale | null)[] {
  const counts = new Uint32Array(texts.length);
  codes.forEach((code, place) => {
    if (!Number.isNaN(logs[place])) counts[code]! += 1;
  });
  const ends = new Uint32Array(texts.length);
  counts.forEach((count, code) => (ends[code] = count + (ends[code - 1] ?? 0)));
  const grouped = new Float64Array(ends.at(-1) ?? 0);
  const next = ends.map((end, code) => end - counts[code]!);
  codes.forEach((code, place) => {
    if (!Number.isNaN(logs[place])) grouped[next[code]!++] = logs[place]!;
  });
  return texts.map((text, code) =>
    text !== '' && counts[code]! >= ROWS_ENOUGH
      ? robustScale(grouped.subarray(ends[code]! - counts[code]!, ends[code]))
      : null,
  );
}

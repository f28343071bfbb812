// Finds figures typed in cents, or without their decimal point. They are off by a power of ten compared with the row's
// other columns. Each explanation "this field is off by that factor" is tried. It is accepted if it brings every ratio
// of the row back to the file's usual ones.

import { inCents } from '#core/base/cents.ts';
import { NUMBER_FIELD_NAMES, type NumberFieldName } from '#core/launch/fields.ts';
import { OUTLIER_DEVIATIONS } from '#core/base/statistics/statistics.ts';
import type { NumberColumns } from '../columns/read-columns.ts';
import type { NumberRemark } from './number-remarks.ts';
import { robustScale } from '#core/base/statistics/robust-scale.ts';

/** Factors by which a figure is too large. */
const FACTORS = [100, 1000, 1 / 100, 1 / 1000];
/** Tolerance of a ratio around the factor, on the log scale. Outside it, the difference has another reason. */
const CLOSE = Math.log(1.25);
/** Least number of rows that show which ratios are usual. */
const ROWS_ENOUGH = 30;

const COUNTS: ReadonlySet<NumberFieldName> = new Set(['orders', 'units']);

/** A ratio that is similar in every row. Its fields are in the numerator (1) or the denominator (−1). */
interface Ratio {
  readonly powers: Readonly<Partial<Record<NumberFieldName, 1 | -1>>>;
  /** Natural logarithm of the ratio per row, minus the median; NaN if a field is missing or zero. */
  readonly logs: Float64Array;
  /** Largest usual deviation from the median. */
  readonly usual: number;
}

interface UnitError {
  readonly field: NumberFieldName;
  readonly factor: number;
}

/** Finds figures that are off by a factor of 100 or 1,000, with their corrections. */
export function unitErrors(numbers: NumberColumns): NumberRemark[] {
  const ratios = usableRatios(numbers);
  const middles = new Map<NumberFieldName, number>();
  const found = new Map<NumberFieldName, { places: number[]; instead: number[] }>();
  for (const place of suspiciousPlaces(ratios)) {
    const errors = explanations(place, ratios, numbers);
    const error = errors.length < 2 ? errors[0] : likeliest(errors, { place, numbers, middles });
    if (!error) continue;
    const { places, instead } = found.get(error.field) ?? { places: [], instead: [] };
    places.push(place);
    instead.push(corrected(error, numbers[error.field][place]!));
    found.set(error.field, { places, instead });
  }
  return NUMBER_FIELD_NAMES.flatMap((name) => {
    const errors = found.get(name);
    if (!errors) return [];
    const remark = { kind: 'unit-slip', severity: 'warning', treatment: 'correct' } as const;
    return [{ ...remark, field: name, usually: true, ...errors }];
  });
}

function usableRatios(numbers: NumberColumns): Ratio[] {
  const sold = hasAny(numbers.units) ? 'units' : 'orders';
  const price = hasAny(numbers.salePrice) ? 'salePrice' : 'listPrice';
  const ratios: Ratio['powers'][] = [
    { revenue: 1, [sold]: -1, [price]: -1 },
    { salePrice: 1, listPrice: -1 },
  ];
  if (sold === 'units') ratios.push({ units: 1, orders: -1 });
  return ratios.flatMap((powers) => {
    const ratio = ratioOf(powers, numbers);
    return ratio ? [ratio] : [];
  });
}

function hasAny(values: Float64Array): boolean {
  return values.some((value) => !Number.isNaN(value));
}

function ratioOf(powers: Ratio['powers'], numbers: NumberColumns): Ratio | null {
  const parts = Object.entries(powers).map(
    ([field, power]) => [numbers[field as NumberFieldName], power] as const,
  );
  let known = 0;
  const logs = parts[0]![0].map((_, place) => {
    let log = 0;
    for (const [values, power] of parts)
      log += values[place]! > 0 ? power * Math.log(values[place]!) : NaN;
    if (!Number.isNaN(log)) known += 1;
    return log;
  });
  if (known < ROWS_ENOUGH) return null;
  const { centre, spread } = robustScale(logs);
  return { powers, logs: logs.map((log) => log - centre), usual: OUTLIER_DEVIATIONS * spread };
}

function suspiciousPlaces(ratios: readonly Ratio[]): number[] {
  const places = new Set<number>();
  for (const { logs, usual } of ratios) {
    logs.forEach((log, place) => {
      const size = Math.abs(log);
      if (size > usual && FACTORS.some((factor) => Math.abs(size - Math.log(factor)) <= CLOSE))
        places.add(place);
    });
  }
  return [...places].sort((a, b) => a - b);
}

/** Returns every error of one field that leaves all ratios of the row usual. */
function explanations(
  place: number,
  ratios: readonly Ratio[],
  numbers: NumberColumns,
): UnitError[] {
  const known = ratios.filter(({ logs }) => !Number.isNaN(logs[place]));
  const fields = new Set(known.flatMap(({ powers }) => Object.keys(powers) as NumberFieldName[]));
  return [...fields].flatMap((field) =>
    FACTORS.filter((factor) => {
      if (!canBeOff(field, numbers[field][place]!, factor)) return false;
      const isOff = known.some(({ powers, logs, usual }) => {
        const shift = (powers[field] ?? 0) * Math.log(factor);
        return shift !== 0 && logs[place]! * shift > 0 && Math.abs(logs[place]!) > usual;
      });
      return isOff && known.every((ratio) => isUsualWithout(ratio, place, { field, factor }));
    }).map((factor) => ({ field, factor })),
  );
}

/** Counts are whole: one that is too large by the factor is divisible by it, one that is too small is a fraction. */
function canBeOff(field: NumberFieldName, value: number, factor: number): boolean {
  if (!COUNTS.has(field)) return true;
  return factor > 1 ? value % factor === 0 : !Number.isInteger(value);
}

function isUsualWithout({ powers, logs, usual }: Ratio, place: number, error: UnitError): boolean {
  const shift = (powers[error.field] ?? 0) * Math.log(error.factor);
  const rest = Math.abs(logs[place]! - shift);
  return rest <= Math.max(usual, CLOSE);
}

interface Row {
  readonly place: number;
  readonly numbers: NumberColumns;
  /** Median of the logarithms of each field, cached on first use. */
  readonly middles: Map<NumberFieldName, number>;
}

/** If several fields could be off, returns the one whose correction makes its value more usual in its column. */
function likeliest(errors: readonly UnitError[], row: Row): UnitError | undefined {
  const gains = errors.map((error) => gain(error, row));
  return errors[gains.indexOf(Math.max(...gains))];
}

function gain({ field, factor }: UnitError, { place, numbers, middles }: Row): number {
  const middle =
    middles.get(field) ??
    robustScale(numbers[field].map((value) => (value > 0 ? Math.log(value) : NaN))).centre;
  middles.set(field, middle);
  const log = Math.log(numbers[field][place]!) - middle;
  return Math.abs(log) - Math.abs(log - Math.log(factor));
}

function corrected({ field, factor }: UnitError, value: number): number {
  const right = factor >= 1 ? value / factor : value * Math.round(1 / factor);
  return COUNTS.has(field) ? Math.round(right) : inCents(right);
}

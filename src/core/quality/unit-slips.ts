// A figure typed in cents, or without its decimal point, is off by a power of ten from what the row's other columns say.
// Each explanation "this field is off by that factor" is tried; one is believed if it brings every ratio of the row back
// to where the file's ratios lie.

import { inCents } from '../cents.ts';
import { FIELD_NAMES, type NumberFieldName } from '../schema/fields.ts';
import { SLIP_DEVIATIONS } from '../statistics.ts';
import type { NumberColumns } from '../table/read-columns.ts';
import type { NumberRemark } from './number-remarks.ts';
import { robustScale } from './robust-scale.ts';

/** How many times too large a figure is. */
const FACTORS = [100, 1000, 1 / 100, 1 / 1000];
/** A ratio this close to the factor is off by it, and not for a reason of its own. */
const CLOSE = Math.log(1.25);
/** Fewer rows do not tell what is usual. */
const ROWS_ENOUGH = 30;

const COUNTS: ReadonlySet<NumberFieldName> = new Set(['orders', 'units']);

/** A ratio that is about the same in every row: its fields stand above or below the line. */
interface Ratio {
  readonly powers: Readonly<Partial<Record<NumberFieldName, 1 | -1>>>;
  /** Natural logarithm, a row, less its median; NaN where a field is missing or zero. */
  readonly logs: Float64Array;
  /** Deviations from the median up to here are usual. */
  readonly usual: number;
}

interface Slip {
  readonly field: NumberFieldName;
  readonly factor: number;
}

export function unitSlips(numbers: NumberColumns): NumberRemark[] {
  const ratios = usableRatios(numbers);
  const middles = new Map<NumberFieldName, number>();
  const found = new Map<NumberFieldName, { places: number[]; instead: number[] }>();
  for (const place of suspiciousPlaces(ratios)) {
    const slips = explanations(place, ratios, numbers);
    const slip = slips.length < 2 ? slips[0] : likeliest(slips, { place, numbers, middles });
    if (!slip) continue;
    const { places, instead } = found.get(slip.field) ?? { places: [], instead: [] };
    places.push(place);
    instead.push(corrected(slip, numbers[slip.field][place]!));
    found.set(slip.field, { places, instead });
  }
  return FIELD_NAMES.flatMap((name) => {
    const slips = found.get(name as NumberFieldName);
    if (!slips) return [];
    const remark = { kind: 'unit-slip', severity: 'warning', treatment: 'correct' } as const;
    return [{ ...remark, field: name as NumberFieldName, usually: true, ...slips }];
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
  return { powers, logs: logs.map((log) => log - centre), usual: SLIP_DEVIATIONS * spread };
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

/** Every slip of one field that leaves no ratio of the row out of the usual. */
function explanations(place: number, ratios: readonly Ratio[], numbers: NumberColumns): Slip[] {
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

/** A count is whole: what is a hundred times too large divides by a hundred, what is too small is a fraction. */
function canBeOff(field: NumberFieldName, value: number, factor: number): boolean {
  if (!COUNTS.has(field)) return true;
  return factor > 1 ? value % factor === 0 : !Number.isInteger(value);
}

function isUsualWithout({ powers, logs, usual }: Ratio, place: number, slip: Slip): boolean {
  const shift = (powers[slip.field] ?? 0) * Math.log(slip.factor);
  const rest = Math.abs(logs[place]! - shift);
  return rest <= Math.max(usual, CLOSE);
}

interface Row {
  readonly place: number;
  readonly numbers: NumberColumns;
  /** The middle of each field's logarithms, as far as it was asked for. */
  readonly middles: Map<NumberFieldName, number>;
}

/** Where two fields could be to blame, the one whose figure becomes more usual in its own column. */
function likeliest(slips: readonly Slip[], row: Row): Slip | undefined {
  const gains = slips.map((slip) => gain(slip, row));
  return slips[gains.indexOf(Math.max(...gains))];
}

function gain({ field, factor }: Slip, { place, numbers, middles }: Row): number {
  const middle =
    middles.get(field) ??
    robustScale(numbers[field].map((value) => (value > 0 ? Math.log(value) : NaN))).centre;
  middles.set(field, middle);
  const log = Math.log(numbers[field][place]!) - middle;
  return Math.abs(log) - Math.abs(log - Math.log(factor));
}

function corrected({ field, factor }: Slip, value: number): number {
  const right = factor >= 1 ? value / factor : value * Math.round(1 / factor);
  return COUNTS.has(field) ? Math.round(right) : inCents(right);
}

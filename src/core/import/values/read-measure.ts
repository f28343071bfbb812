// Reads numbers that may carry a unit: "12.5", "250 g", "1,2 kg", "30厘米".

import {
  countDecimalVotes,
  decideDecimalSign,
  readNumber,
  type DecimalSign,
} from './read-number.ts';
import { countTexts } from '#core/base/statistics/statistics.ts';
import { cleanCell } from './read-text.ts';

export interface Measure {
  /** In the base unit of its family: grams, centimetres, millilitres; as written where the unit has no family. */
  readonly value: number;
  /** The base unit, or the unit as written, lower-cased; '' where there is none. */
  readonly unit: string;
}

/** Units that convert into each other, by name, in multiples of their base unit. */
const FAMILIES: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  g: { mg: 0.001, g: 1, gr: 1, kg: 1000, oz: 28.349523125, lb: 453.59237, lbs: 453.59237 },
  cm: { mm: 0.1, cm: 1, dm: 10, m: 100, in: 2.54, inch: 2.54, inches: 2.54, '"': 2.54, ft: 30.48 },
  ml: { ml: 1, cl: 10, dl: 100, l: 1000 },
};
/** Chinese names of the same units. */
const CHINESE: Readonly<Record<string, string>> = {
  ...{ 毫克: 'mg', 克: 'g', 千克: 'kg', 公斤: 'kg' },
  ...{ 毫米: 'mm', 厘米: 'cm', 公分: 'cm', 米: 'm', 英寸: 'in' },
  ...{ 毫升: 'ml', 升: 'l' },
};
const BASE_UNITS: ReadonlyMap<string, { readonly unit: string; readonly factor: number }> = new Map(
  Object.entries(FAMILIES).flatMap(([unit, names]) =>
    Object.entries(names).map(([name, factor]) => [name, { unit, factor }] as const),
  ),
);
/** Unit of numbers that an import makes of dates: negative after the launch. */
export const DAYS_BEFORE = 'days before launch';
const WITH_UNIT = new RegExp(
  String.raw`^([-+]?[\d.,\s]*\d)\s*(\p{L}{1,8}|"|%|${DAYS_BEFORE})$`,
  'u',
);
/** Numbers that name rather than measure: "007", more digits than a number can hold, "12E5". */
const CODE = /^0\d|\d{16}|\de[-+]?\d/i;

/** Returns the measure in a cell, or null where it holds none. */
export function readMeasure(cell: string, decimal: DecimalSign): Measure | null {
  const written = writtenMeasure(cell, decimal);
  if (!written) return null;
  const { unit, factor } = baseOf(written.unit);
  return { value: written.value * factor, unit };
}

/** Returns the text of a measure with a decimal point and a unit as written; the same text where it holds none. */
export function pointedMeasure(cell: string, decimal: DecimalSign): string {
  const written = writtenMeasure(cell, decimal);
  if (!written) return cell;
  return written.unit === '' ? String(written.value) : `${written.value} ${written.unit}`;
}

/** Returns the number in a cell, in another unit; null where it holds none, or its unit cannot be converted. */
export function measureIn(unit: string, cell: string): number | null {
  const measure = readMeasure(cell, '.');
  if (!measure || unit === '') return measure?.value ?? null;
  const base = baseOf(unit);
  return measure.unit === base.unit ? measure.value / base.factor : null;
}

function baseOf(unit: string): { readonly unit: string; readonly factor: number } {
  return BASE_UNITS.get(unit) ?? { unit, factor: 1 };
}

function writtenMeasure(cell: string, decimal: DecimalSign): Measure | null {
  const [, digits, name] = WITH_UNIT.exec(cleanCell(cell)) ?? [];
  const value = readNumber(digits ?? cell, decimal);
  if (typeof value !== 'number') return null;
  return { value, unit: name === undefined ? '' : (CHINESE[name] ?? name.toLowerCase()) };
}

/** Decides the decimal sign of a column of measures. */
export function measureDecimal(texts: Iterable<string>, fallback: DecimalSign = '.'): DecimalSign {
  const numbers = Array.from(texts, (text) => WITH_UNIT.exec(cleanCell(text))?.[1] ?? text);
  return decideDecimalSign(countDecimalVotes(numbers), fallback);
}

/** In which unit a column counts. */
export interface MeasureScale {
  /** Base unit; '' where cells have none. */
  readonly unit: string;
  /** What 1 without a unit counts in the base unit; NaN where cells have several units, so that it cannot be known. */
  readonly bare: number;
}

/** Returns the number of a cell on a scale; NaN where it holds none, or in another unit. */
export function measureOn(scale: MeasureScale, cell: string, decimal: DecimalSign): number {
  return onScale(scale, writtenMeasure(cell, decimal));
}

function onScale({ unit, bare }: MeasureScale, written: Measure | null): number {
  if (!written) return NaN;
  if (written.unit === '') return written.value * bare;
  const base = baseOf(written.unit);
  return base.unit === unit ? written.value * base.factor : NaN;
}

/** A column whose distinct cells are read. */
interface ReadColumn {
  readonly scale: MeasureScale;
  /** Measures as written, by cell, of those that are on the scale. */
  readonly written: ReadonlyMap<string, Measure>;
}

/** Reads each distinct cell once; null where few are numbers in one unit, or any is a code. '' is missing. */
function readColumn(cells: Iterable<string>, decimal: DecimalSign): ReadColumn | null {
  const filled = [...new Set(cells)].filter((cell) => cell !== '');
  if (filled.some((cell) => CODE.test(cell))) return null;
  const read = filled.map((cell) => [cell, writtenMeasure(cell, decimal)] as const);
  const scale = scaleOf(read.flatMap(([, measure]) => measure ?? []));
  const written = new Map(
    read.flatMap(([cell, measure]) =>
      measure && !Number.isNaN(onScale(scale, measure)) ? [[cell, measure] as const] : [],
    ),
  );
  return written.size > 0 && written.size >= MOSTLY * filled.length ? { scale, written } : null;
}

/** Least share of numbers among the distinct cells of a column of numbers. */
const MOSTLY = 0.9;

/** Returns the scale of the commonest unit. */
function scaleOf(written: readonly Measure[]): MeasureScale {
  const names = written.map(({ unit }) => unit).filter((name) => name !== '');
  const unit = countTexts(names.map((name) => baseOf(name).unit))[0]?.[0] ?? '';
  const own = new Set(names.filter((name) => baseOf(name).unit === unit));
  return { unit, bare: own.size > 1 ? NaN : baseOf([...own][0] ?? '').factor };
}

/** The numbers of a column. */
export interface Measures {
  readonly scale: MeasureScale;
  /** One for each cell; NaN where it holds none. */
  readonly values: Float64Array;
}

/** Returns the numbers of a column in which nearly all distinct cells are numbers in one unit; else null. */
export function readMeasures(cells: readonly string[], decimal: DecimalSign): Measures | null {
  const column = readColumn(cells, decimal);
  if (!column) return null;
  const { scale, written } = column;
  return {
    scale,
    values: Float64Array.from(cells, (cell) => onScale(scale, written.get(cell) ?? null)),
  };
}

/** Returns the values of `readMeasures` alone. */
export function measuresOf(cells: readonly string[], decimal: DecimalSign): Float64Array | null {
  return readMeasures(cells, decimal)?.values ?? null;
}

/** The smallest and the largest number of a column of measures. */
export interface MeasureRange {
  readonly low: number;
  readonly high: number;
  /** The unit as written where all cells share it, else the base unit; '' where there is none. */
  readonly unit: string;
}

/** Returns the range of the cells; null where they are no measures (`measuresOf`). */
export function measureRange(cells: readonly string[], decimal: DecimalSign): MeasureRange | null {
  const column = readColumn(cells, decimal);
  if (!column) return null;
  const { scale } = column;
  const written = [...column.written.values()];
  // Numbers without a unit count in the one unit that the others have.
  const isShared = !Number.isNaN(scale.bare);
  const values = written.map((measure) => (isShared ? measure.value : onScale(scale, measure)));
  return {
    low: values.reduce((least, value) => Math.min(least, value), Infinity),
    high: values.reduce((most, value) => Math.max(most, value), -Infinity),
    unit: isShared ? (written.find(({ unit }) => unit !== '')?.unit ?? '') : scale.unit,
  };
}

// Reads numbers that may carry a unit: "12.5", "250 g", "1,2 kg", "30厘米".

import {
  countDecimalVotes,
  decideDecimalSign,
  readNumber,
  type DecimalSign,
} from './read-number.ts';
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
const WITH_UNIT = /^([-+]?[\d.,\s]*\d)\s*(\p{L}{1,8}|")$/u;

/** Returns the measure in a cell, or null where it holds none. */
export function readMeasure(cell: string, decimal: DecimalSign): Measure | null {
  const written = writtenMeasure(cell, decimal);
  if (!written) return null;
  const base = BASE_UNITS.get(written.unit);
  return base ? { value: written.value * base.factor, unit: base.unit } : written;
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
  const base = BASE_UNITS.get(unit) ?? { unit, factor: 1 };
  return measure.unit === base.unit ? measure.value / base.factor : null;
}

function writtenMeasure(cell: string, decimal: DecimalSign): Measure | null {
  const plain = readNumber(cell, decimal);
  if (typeof plain === 'number') return { value: plain, unit: '' };
  const [, digits, name] = WITH_UNIT.exec(cleanCell(cell)) ?? [];
  if (digits === undefined || name === undefined) return null;
  const value = readNumber(digits, decimal);
  return typeof value === 'number' ? { value, unit: CHINESE[name] ?? name.toLowerCase() } : null;
}

/** Decides the decimal sign of a column of measures. */
export function measureDecimal(texts: Iterable<string>): DecimalSign {
  const numbers = Array.from(texts, (text) => WITH_UNIT.exec(cleanCell(text))?.[1] ?? text);
  return decideDecimalSign(countDecimalVotes(numbers));
}

/**
 * Returns the number in each cell, NaN where it holds none, if nearly all distinct cells are numbers in one unit; else
 * null. Cells without a unit are taken to be in it, too; '' is missing.
 */
export function measuresOf(cells: readonly string[], decimal: DecimalSign): Float64Array | null {
  const measures = new Map([...new Set(cells)].map((cell) => [cell, readMeasure(cell, decimal)]));
  const filled = [...measures].filter(([cell]) => cell !== '').map(([, measure]) => measure);
  const read = filled.filter((measure) => measure !== null);
  const units = new Set(read.map(({ unit }) => unit).filter((unit) => unit !== ''));
  if (read.length === 0 || read.length < MOSTLY * filled.length || units.size > 1) return null;
  return Float64Array.from(cells, (cell) => measures.get(cell)?.value ?? NaN);
}

/** Least share of numbers among the distinct cells of a column of numbers. */
const MOSTLY = 0.9;

/** The smallest and the largest number of a column of measures. */
export interface MeasureRange {
  readonly low: number;
  readonly high: number;
  /** The unit as written where all cells share it, else the base unit; '' where there is none. */
  readonly unit: string;
}

/** Returns the range of the cells; null where they are no measures (`measuresOf`). */
export function measureRange(cells: readonly string[], decimal: DecimalSign): MeasureRange | null {
  const distinct = [...new Set(cells)];
  if (!measuresOf(distinct, decimal)) return null;
  const written = distinct.flatMap((cell) => writtenMeasure(cell, decimal) ?? []);
  const isShared = written.every(({ unit }) => unit === written[0]!.unit);
  const measures = isShared
    ? written
    : distinct.flatMap((cell) => readMeasure(cell, decimal) ?? []);
  return {
    low: measures.reduce((least, { value }) => Math.min(least, value), Infinity),
    high: measures.reduce((most, { value }) => Math.max(most, value), -Infinity),
    unit: measures.find(({ unit }) => unit !== '')?.unit ?? '',
  };
}

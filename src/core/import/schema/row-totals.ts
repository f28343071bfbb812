// Finds totals of a row that are named like money per unit, such as "cogs" that is quantity × price. Arithmetic shows
// them.

import { countDecimalVotes, decideDecimalSign, readNumber } from '../values/read-number.ts';
import { readText } from '../values/read-text.ts';
import type { SampledTable } from './sampled-table.ts';

/** Least number of rows with several units. Rows of one unit prove nothing. */
const LEAST_ROWS = 12;
const MOSTLY = 0.95;
/** Relative tolerance, since amounts are rounded. */
const TOLERANCE = 0.005;
const CENT = 0.011;

/**
 * Returns the headers of the columns that are units × another column.
 * @param columns cells by header, aligned by row
 * @param units header of the units sold
 */
export function totalColumns(
  columns: ReadonlyMap<string, readonly string[]>,
  units: string,
): ReadonlySet<string> {
  const numbers = new Map([...columns].map(([header, cells]) => [header, numbersIn(cells)]));
  const pieces = numbers.get(units) ?? [];
  const several = [...pieces.keys()].filter((row) => pieces[row]! > 1);
  const others = [...numbers].filter(([header]) => header !== units);
  const isTotal = (total: readonly number[]): boolean =>
    others.some(([, each]) => each !== total && isProduct(total, { pieces, each, several }));
  return new Set(others.filter(([, total]) => isTotal(total)).map(([header]) => header));
}

/** Returns the same of the columns under some headers of a table. */
export function totalsAmong(
  among: readonly string[],
  units: string,
  { headers, rows }: SampledTable,
): ReadonlySet<string> {
  const columns = among.map((header): [string, string[]] => {
    const index = headers.indexOf(header);
    return [header, rows.map((row) => row[index] ?? '')];
  });
  return totalColumns(new Map(columns), units);
}

interface Factors {
  readonly pieces: readonly number[];
  readonly each: readonly number[];
  /** Indices of rows with more than one unit. */
  readonly several: readonly number[];
}

function isProduct(total: readonly number[], { pieces, each, several }: Factors): boolean {
  const known = several.filter((row) => total[row]! > 0 && each[row]! > 0);
  if (known.length < LEAST_ROWS) return false;
  const fitting = known.filter((row) => {
    const product = pieces[row]! * each[row]!;
    return Math.abs(product - total[row]!) <= Math.max(CENT, TOLERANCE * product);
  });
  return fitting.length >= MOSTLY * known.length;
}

function numbersIn(cells: readonly string[]): number[] {
  const texts = cells.map(readText);
  const decimal = decideDecimalSign(countDecimalVotes(texts));
  return texts.map((text) => {
    const value = readNumber(text, decimal);
    return typeof value === 'number' ? value : NaN;
  });
}

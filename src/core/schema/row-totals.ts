// Money of all pieces of a row whose name is that of money for one: "cogs" that is quantity × price. Arithmetic tells them apart.

import { countDecimalVotes, decideDecimalSign, readNumber } from '../csv/read-number.ts';
import { readText } from '../csv/read-text.ts';

/** One row for one piece says nothing; so many with several do. */
const LEAST_ROWS = 12;
const MOSTLY = 0.95;
/** Of a total: amounts are rounded. */
const TOLERANCE = 0.005;
const CENT = 0.011;

/**
 * @param columns cells by header, those of one row at the same place
 * @param units the header of what was sold
 * @returns headers of the columns that are units × another column
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

interface Factors {
  readonly pieces: readonly number[];
  readonly each: readonly number[];
  /** Rows of several pieces. */
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

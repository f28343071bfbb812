// How much of a table is read at most, and that a table which will be more is refused as soon as that can be seen rather than when it is.

import { AppError } from '#core/errors.ts';

/** Ten times what a spreadsheet holds. Each takes memory, however little is in it. */
const MOST_ROWS = 10_000_000;
/** Rows times columns: what takes longer than a minute is no table of a shop. */
const MOST_CELLS = 100_000_000;
/** Of all parts and the columns that come of them, where they are in memory at once. */
const MOST_HELD_BYTES = 768 * 1024 ** 2;
/** Of a file; its beginning alone may be of another kind than the rest. */
const TELLING_SHARE = 0.1;
/** What comes may be lighter than what came. */
const TIMES_EXPECTED = 1.1;

export interface ReadSoFar {
  readonly rowCount: number;
  readonly columnCount: number;
  /** Of the file. */
  readonly doneShare: number;
}

/** @param row that is being read; throws AppError table-too-large */
export function requireTable({ rowCount, columnCount, doneShare }: ReadSoFar, row: number): void {
  const rows = expected(rowCount, doneShare);
  if (rows > MOST_ROWS || rows * columnCount > MOST_CELLS) throw tableTooLarge(row);
}

/** @param row that was read last; throws AppError table-too-large */
export function requireMemory(heldBytes: number, doneShare: number, row: number): void {
  if (expected(heldBytes, doneShare) > MOST_HELD_BYTES) throw tableTooLarge(row);
}

export function tableTooLarge(row: number): AppError {
  const message = `expected a table that fits into memory, got more by row ${row}`;
  return new AppError('table-too-large', message, { row });
}

/** At the end of the file, at the least. */
function expected(sum: number, doneShare: number): number {
  if (doneShare < TELLING_SHARE) return sum;
  return Math.max(sum, sum / doneShare / TIMES_EXPECTED);
}

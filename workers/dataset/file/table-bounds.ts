// Limits the size of tables. One that will exceed the limits is refused as soon as that can be foreseen.

import { AppError } from '#core/base/errors.ts';

/** Ten times the rows of a spreadsheet; each takes memory, however little it holds. */
const MOST_ROWS = 10_000_000;
/** Most rows times columns: what takes longer than a minute is not a shop's table. */
const MOST_CELLS = 100_000_000;
/** Most bytes of all parts and the columns made of them, where they are in memory at once. */
const MOST_HELD_BYTES = 768 * 1024 ** 2;
/** Share of a file from which its size is extrapolated; the beginning alone may differ from the rest. */
const TELLING_SHARE = 0.1;
/** Margin of the extrapolation: what comes may take less than what came. */
const TIMES_EXPECTED = 1.1;

export interface ReadSoFar {
  readonly rowCount: number;
  readonly columnCount: number;
  /** Share of the file that has been read. */
  readonly doneShare: number;
}

/** Throws AppError table-too-large where the table is too large, or will be. @param row row that is being read */
export function requireTable({ rowCount, columnCount, doneShare }: ReadSoFar, row: number): void {
  const rows = expected(rowCount, doneShare);
  if (rows > MOST_ROWS || rows * columnCount > MOST_CELLS) throw tableTooLarge(row);
}

/**
 * Throws AppError table-too-large where the table does not fit into memory, or will not.
 * @param row row that was read last
 */
export function requireMemory(heldBytes: number, doneShare: number, row: number): void {
  if (expected(heldBytes, doneShare) > MOST_HELD_BYTES) throw tableTooLarge(row);
}

/** Returns the error for a table that is too large. */
export function tableTooLarge(row: number): AppError {
  const message = `expected a table that fits into memory, got more by row ${row}`;
  return new AppError('table-too-large', message, { row });
}

/** Returns the sum to expect at the end of the file, at least. */
function expected(sum: number, doneShare: number): number {
  if (doneShare < TELLING_SHARE) return sum;
  return Math.max(sum, sum / doneShare / TIMES_EXPECTED);
}

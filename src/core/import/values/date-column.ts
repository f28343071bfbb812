// Tells columns of dates from other columns, and reads them.

import type { Day } from '#core/base/dates.ts';
import { guessDateOrder, readDate, type DateOrder } from './read-date.ts';
import { readNumber } from './read-number.ts';

/** Least share of dates among the distinct cells of a column of dates. */
const MOSTLY = 0.9;
/** 1900-01-01, 1970-01-01 and 2099-12-31 stand for "not known". */
const PLACEHOLDERS: ReadonlySet<Day> = new Set([-25_567, 0, 47_481]);

/**
 * Returns the day of each cell, NaN where it holds none; null where few distinct cells are dates. '' is missing.
 * @param fallback order of day and month where the cells do not show it
 */
export function readDates(
  cells: readonly string[],
  fallback: DateOrder | null = null,
): Float64Array | null {
  const filled = [...new Set(cells)].filter((cell) => cell !== '');
  const dayIn = dayReader(filled, fallback);
  const dated = filled
    .map((cell) => [cell, dayIn(cell)] as const)
    .filter(([, day]) => !Number.isNaN(day));
  const known = new Map(dated.filter(([, day]) => !isPlaceholder(day)));
  if (known.size === 0 || dated.length < MOSTLY * filled.length) return null;
  return Float64Array.from(cells, (cell) => known.get(cell) ?? NaN);
}

/** Returns whether a day stands for "not known". */
export function isPlaceholder(day: Day): boolean {
  return PLACEHOLDERS.has(day);
}

/**
 * Returns what reads the day in a cell of a column, NaN where it holds none. Numbers are no dates, because the day
 * numbers of a spreadsheet look like any other.
 */
export function dayReader(
  cells: readonly string[],
  fallback: DateOrder | null,
): (cell: string) => Day {
  const guess = guessDateOrder(cells);
  const order = guess.undecided === null ? guess.order : (fallback ?? guess.order);
  return (cell) => (readNumber(cell, '.') === 'unreadable' ? readDate(cell, order) : NaN);
}

// Exports put lines above their table: the report's name, when it was made, how to read it. These lines fill fewer
// cells than the table. Without such clear evidence, the first line with content is the header.

import { readDate } from '../values/read-date.ts';
import { readNumber } from '../values/read-number.ts';
import { cleanCell } from '../values/read-text.ts';

const RECORDS_LOOKED_AT = 200;
/** Longest run of lines above a table. Amazon writes seven. */
const LONGEST_PREAMBLE = 30;
/** Least share of the table's width that a header fills. Rows leave some cells empty, headers hardly any. */
const MOST_OF_WIDTH = 0.7;
const MOSTLY_NAMES = 0.8;
const LEAST_DISTINCT = 0.6;

/** Returns the index of the record that names the columns, or -1 where no record has content. */
export function findHeaderRow(records: readonly (readonly string[])[]): number {
  const first = records.findIndex((record) => !isAside(filledCells(record)));
  const lines = records
    .slice(0, RECORDS_LOOKED_AT)
    .map((record, index): Line => ({ index, cells: filledCells(record) }))
    .filter(({ cells }) => !isAside(cells));
  const width = tableWidth(lines);
  const top = lines
    .slice(0, LONGEST_PREAMBLE + 1)
    .find(({ cells }) => cells.length >= MOST_OF_WIDTH * width);
  if (!top || top === lines.at(-1) || !isHeader(top.cells)) return first;
  return lines.find((line) => line.index > top.index && isFuller(line, top))?.index ?? top.index;
}

/** Returns whether a line repeats a header and adds names: a summary that stands above its table has no column of dates. */
function isFuller({ cells }: Line, header: Line): boolean {
  return cells.length > header.cells.length && header.cells.every((cell) => cells.includes(cell));
}

/** Returns whether a line holds nothing, or a comment as Google Analytics writes it. */
function isAside(cells: readonly string[]): boolean {
  return cells.length === 0 || (cells.length === 1 && cells[0]!.startsWith('#'));
}

interface Line {
  readonly index: number;
  /** Cells with content. */
  readonly cells: readonly string[];
}

function filledCells(record: readonly string[]): string[] {
  return record.map(cleanCell).filter((cell) => cell !== '');
}

/** Returns the number of filled cells of the lines that together hold the most cells. */
function tableWidth(lines: readonly Line[]): number {
  const held = new Map<number, number>();
  for (const { cells } of lines) {
    held.set(cells.length, (held.get(cells.length) ?? 0) + cells.length);
  }
  const byHeld = [...held].sort(([a, heldByA], [b, heldByB]) => heldByB - heldByA || b - a);
  return byHeld[0]?.[0] ?? 1;
}

/** Returns whether nearly all cells are distinct and are names rather than values; a cross table repeats names. */
function isHeader(cells: readonly string[]): boolean {
  const names = cells.filter((cell) => !isValue(cell));
  const least = names.length === cells.length ? LEAST_DISTINCT : MOSTLY_NAMES;
  return new Set(names).size >= least * cells.length;
}

function isValue(cell: string): boolean {
  return (
    typeof readNumber(cell, '.') === 'number' ||
    typeof readNumber(cell, ',') === 'number' ||
    !Number.isNaN(readDate(cell, 'day-first')) ||
    !Number.isNaN(readDate(cell, 'month-first'))
  );
}

// Till rolls and database dumps may begin with their first row. A name differs from what stands below it: no name is a
// date above dates or a number above numbers. Years, months and sizes may name columns, but they go up or count down.

import { readDate } from '../values/read-date.ts';
import { readNumber } from '../values/read-number.ts';
import { cleanCell } from '../values/read-text.ts';

const ROWS_LOOKED_AT = 200;
/** Fewer prove nothing. */
const LEAST_ROWS = 3;
/** Least share of a column's rows that are filled, and of these that are alike. */
const MOST = 0.9;

type Kind = 'date' | 'number' | 'text';
/** What the first cell of a column says: that it names the others, that it is one of them, or nothing. */
type Said = 'name' | Kind | 'nothing';

/** Returns whether the first of these records names the columns of the others. It does without clear evidence. */
export function hasHeader(records: readonly (readonly string[])[]): boolean {
  const [top = [], ...below] = records
    .slice(0, ROWS_LOOKED_AT)
    .map((record) => record.map(cleanCell))
    .filter((cells) => cells.some((cell) => cell !== ''));
  if (below.length < LEAST_ROWS) return true;
  const cellsAt = (place: number) => below.map((row) => row[place] ?? '');
  const said = new Set(top.map((cell, place) => saidBy(cell, cellsAt(place))));
  const numbers = said.has('number') ? numbersAmong(top) : [];
  const isRow =
    said.has('date') || (numbers.length > 0 && (said.has('text') || !areNames(numbers)));
  return said.has('name') || !isRow;
}

function numbersAmong(cells: readonly string[]): number[] {
  return cells.flatMap((cell) => {
    const value = readNumber(cell, '.');
    return typeof value === 'number' ? [value] : [];
  });
}

/** Returns whether numbers go up, or down by one each, as those that name columns do. */
function areNames(numbers: readonly number[]): boolean {
  const steps = numbers.slice(1).map((value, i) => value - numbers[i]!);
  return steps.every((step) => step > 0) || steps.every((step) => step === -1);
}

function saidBy(cell: string, below: readonly string[]): Said {
  const filled = below.filter((each) => each !== '');
  if (cell === '' || filled.length < MOST * below.length) return 'nothing';
  const kind = commonKind(filled);
  if (kind === 'text') return filled.includes(cell) ? 'text' : 'nothing';
  return kindOf(cell) === kind ? kind : 'name';
}

/** Returns the kind of nearly all cells, or text. */
function commonKind(cells: readonly string[]): Kind {
  const kinds = cells.map(kindOf);
  const isMostly = (kind: Kind) =>
    kinds.filter((each) => each === kind).length >= MOST * cells.length;
  return (['date', 'number'] as const).find(isMostly) ?? 'text';
}

function kindOf(cell: string): Kind {
  if (typeof readNumber(cell, '.') === 'number' || typeof readNumber(cell, ',') === 'number')
    return 'number';
  const isDate = !Number.isNaN(readDate(cell, 'day-first'));
  return isDate || !Number.isNaN(readDate(cell, 'month-first')) ? 'date' : 'text';
}

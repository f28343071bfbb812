import type { CodedColumn } from '../csv/coded-column.ts';

/** Returns the rows in which any of these columns has a text, in order. */
export function namedRows(columns: readonly CodedColumn[], rowCount: number): Uint32Array {
  const places = Uint32Array.from({ length: rowCount }, (_, row) => row);
  const empties = columns.map(({ texts }) => texts.indexOf(''));
  if (empties.includes(-1)) return places;
  return places.filter((row) => columns.some(({ codes }, i) => codes[row] !== empties[i]));
}
